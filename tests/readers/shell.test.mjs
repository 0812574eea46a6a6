// Completions in the shells themselves, and the manual page by three readers.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { assess, run, temporary_folder } from './support.mjs';

const program = process.env.PROGRAM;
const folder = temporary_folder();
writeFileSync(join(folder, 'answers.yaml'), 'answers: {own-id: no}\n');
copyFileSync(new URL('../../examples/custom-model/rubric.yaml', import.meta.url),
  join(folder, 'my model.yaml'));
// What is on the PATH of these shells: the program under its own name, in a folder of its own.
mkdirSync(join(folder, 'bin'));
symlinkSync(program, join(folder, 'bin', 'mlops-assess'));
const env = { ...process.env, HOME: folder, TERM: 'dumb', PS1: '% ',
  PATH: `${join(folder, 'bin')}:${process.env.PATH}` };

/// The completion script of a shell, as a file.
function script(shell) {
  const made = assess(['completion', shell]);
  assert.equal(made.status, 0, made.err);
  const path = join(folder, `completion.${shell}`);
  writeFileSync(path, made.out);
  return path;
}

/// Types keys into a shell at a terminal, one line after the other, waiting for each to be
/// answered. Returns what the terminal shows.
async function type_into(command, lines) {
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, env });
  let shown = '';
  let read = 0;
  child.stdout.on('data', (chunk) => { shown += chunk; });
  const ended = new Promise((done) => child.on('exit', done));
  try {
    for (const [keys, awaited] of lines) {
      child.stdin.write(keys);
      const until = Date.now() + 30_000;
      while (!shown.slice(read).match(awaited)) {
        assert.ok(Date.now() < until, `${JSON.stringify(keys)} led to ${JSON.stringify(shown)}`);
        await new Promise((done) => setTimeout(done, 20));
      }
      read = shown.length;
    }
  } finally {
    child.kill('SIGKILL');
  }
  await ended;
  return shown;
}

describe('bash', { timeout: 120_000 }, () => {
  it('completes at a terminal', async () => {
    await type_into('bash --norc --noprofile -i', [
      [`source ${script('bash')}; echo re''ady\r`, /ready/],
      ['mlops-assess sco\t', /mlops-assess score /],
      ['--targ\t', /--target /],
      ['google=\t\t', /google=0[^]*google=2|0 +1 +2/],
      ['1 ans\t', /answers\.yaml /],
      ['-f js\t', /json /],
      ['-o markdown:ans\t', /wers\.yaml /],
      ['--rubric=my\\ mo\t', /del\.yaml /],
      ['--fail-under con\t', /tracts=/],
      ['\x15mlops-assess plan ans\t', /answers\.yaml /],
      ['--assume own\t', /own-id=$/],
      ['mos\t', /mostly /],
    ]);
  });
});

describe('zsh', { timeout: 120_000 }, () => {
  it('reads the script', () => assert.equal(run('zsh', ['-n', script('zsh')]).status, 0));

  it('completes at a terminal', async () => {
    const site = join(folder, 'site');
    mkdirSync(site);
    writeFileSync(join(site, '_mlops-assess'), readFileSync(script('zsh')));
    await type_into('zsh -f -i', [
      [`fpath=(${site} $fpath); autoload -U compinit; compinit -u -D; echo re''ady\r`, /ready/],
      ['mlops-assess sco\t', /score /],
      ['ans\t', /answers\.yaml /],
      ['--bar=ful\t', /fully /],
      ['--color al\t', /always /],
      ['-o markdown:ans\t', /markdown:answers\.yaml /],
      ['--rubric my\\ mo\t', /my\\ model\.yaml /],
      ['--fail-under contracts.che\t', /contracts\.checks/],
      ['\x15mlops-assess plan ans\t', /answers\.yaml /],
      ['--assume own\t', /own-id=$/],
      ['mos\t', /mostly /],
    ]);
  });

  it('refuses a broken script', () => {
    const path = join(folder, 'broken.zsh');
    writeFileSync(path, readFileSync(script('zsh'), 'utf8').replace('done', ''));
    assert.notEqual(run('zsh', ['-n', path]).status, 0);
  });
});

describe('fish', () => {
  const offers = (line) => {
    const done = run('fish', ['-c', `source ${script('fish')}; complete -C ${JSON.stringify(line)}`],
      { cwd: folder, env });
    assert.equal(done.err, '');
    return done.out.split('\n').map((each) => each.split('\t')[0]).filter(Boolean);
  };

  it('completes', () => {
    assert.deepEqual(offers('mlops-assess sco'), ['score']);
    assert.deepEqual(offers('mlops-assess score --bar '), ['fully', 'mostly', 'partially']);
    assert.deepEqual(offers('mlops-assess score ans'), ['answers.yaml']);
    assert.deepEqual(offers('mlops-assess score --target microsoft=2,goo'),
      ['microsoft=2,google=0', 'microsoft=2,google=1', 'microsoft=2,google=2']);
    assert.deepEqual(offers('mlops-assess explain data-v'), ['data-versioned']);
    assert.deepEqual(offers('mlops-assess init --team '), []);
    assert.deepEqual(offers('mlops-assess score -o markdown:ans'), ['markdown:answers.yaml']);
    assert.deepEqual(offers("mlops-assess ask a --rubric 'my model.yaml' ch"), ['checks']);
    assert.deepEqual(offers('mlops-assess plan answers.yaml --assume own'), ['own-id=']);
  });

  it('refuses a broken script', () => {
    const path = join(folder, 'broken.fish');
    writeFileSync(path, readFileSync(script('fish'), 'utf8').replace(/^end$/m, ''));
    assert.notEqual(run('fish', ['-n', path]).status, 0);
  });
});

describe('manual page', () => {
  // Built beside the program.
  const page = join(dirname(program), 'shell', 'mlops-assess.1');

  const faults = (path) => [
    run('groff', ['-ww', '-man', '-Tutf8', path]).err,
    run('man', ['--warnings', '-E', 'UTF-8', '-l', path], { env: { ...env, MANPAGER: 'cat' } }).err,
    run('mandoc', ['-T', 'lint', '-W', 'style', path]).out,
  ];

  it('has nothing to complain of', () => assert.deepEqual(faults(page), ['', '', '']));

  it('shows commands as they are typed', () => {
    const shown = run('mandoc', ['-T', 'ascii', page]).out.replace(/.\x08/g, '');
    assert.match(shown, /mlops-assess score answers\.yaml -f json \| jq '\.assessments\[0\]\.level'/);
    for (const part of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'EXIT STATUS', 'FILES',
      'ENVIRONMENT', 'EXAMPLES', 'SEE ALSO'])
      assert.match(shown, new RegExp(`^${part}$`, 'm'));
  });

  it('is refused when it is broken', () => {
    const path = join(folder, 'broken.1');
    writeFileSync(path, `${readFileSync(page, 'utf8')}.XX\n.TP\n`);
    for (const fault of faults(path)) assert.notEqual(fault, '');
  });
});
