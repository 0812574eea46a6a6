// The npm package: the same output and status as the native program, from a clean folder, with Node
// alone.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assess, examples, root, run, temporary_folder } from './support.mjs';

const native = process.env.PROGRAM;
const npm = process.env.NPM_PROGRAM;
if (!npm) throw new Error('NPM_PROGRAM is not set: run these tests by scripts/test --readers');
/// Files below a folder of the project whose paths match, in order.
const files_in = (folder, wanted) => readdirSync(join(root, folder), { recursive: true })
  .filter((path) => wanted.test(path)).sort().map((path) => join(folder, path));
const text_of = (path) => readFileSync(join(root, path), 'utf8');
const tarball = join(root, 'build', readdirSync(join(root, 'build')).find((name) => name.endsWith('.tgz')));
const day = { ...process.env, SOURCE_DATE_EPOCH: '1795521600' };

/// The words of a command line in which double quotes hold some together.
const words = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);

function outcome(program, args) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, env: day, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { out: [], err: [] };
    child.stdout.on('data', (part) => texts.out.push(part));
    child.stderr.on('data', (part) => texts.err.push(part));
    child.on('close', (status) => done({
      status, out: Buffer.concat(texts.out).toString(), err: Buffer.concat(texts.err).toString(),
    }));
  });
}

/// Whether both programs do the same, for each of these arguments.
async function same(commands) {
  assert.ok(commands.length > 0);
  const waiting = [...commands];
  const different = [];
  const worker = async () => {
    for (let args = waiting.pop(); args; args = waiting.pop()) {
      const [one, other] = await Promise.all([outcome(native, args), outcome(npm, args)]);
      for (const key of ['status', 'out', 'err'])
        if (one[key] !== other[key]) different.push(`${args.join(' ')}: ${key}\n${one[key]}\n-- npm:\n${other[key]}`);
    }
  };
  await Promise.all([worker(), worker()]);
  assert.deepEqual(different, []);
}

const formats = assess(['list', 'formats', '-f', 'json']).out.match(/"(?:id|name)": "[^"]+"/g)
  .map((each) => /: "([^"]+)"/.exec(each)[1]);

describe('the same as the native program', () => {
  it('every example in every format', async () => {
    assert.ok(formats.length >= 13, formats.join());
    await same(examples.flatMap((sheet) => formats.map((format) => ['score', sheet, '-f', format])));
  });

  it('every example in every command', () => same(examples.flatMap((sheet) => [
    ['validate', sheet], ['plan', sheet], ['plan', sheet, '-f', 'csv'], ['plan', sheet, '-f', 'json'],
    ['target', sheet], ['explain', 'microsoft.2', '--answers', sheet], ['score', sheet, '--brief'],
    ['compare', 'examples/earlier/retail-credit.yaml', sheet, '-f', 'json'],
    ['score', sheet, '--fail-under', 'microsoft=2,google.ci=1', '--min-answered', '80', '-f', 'junit'],
    ['score', sheet, '--no-regression', 'examples/earlier/retail-credit.yaml', '--max-age', '90'],
  ])));

  it('every golden case', () => same(files_in('tests/golden', /cmd$/).map((path) => words(text_of(path)))));

  it('every invalid case', () => same([
    ...files_in('tests/invalid', /\.(yaml|csv)$/).map((path) => ['validate', path]),
    ...files_in('tests/invalid', /\.cmd$/).map((path) => words(text_of(path))),
  ]));

  it('many teams, raters, wrong usage', () => same([
    ...['text', 'markdown', 'html', 'json', 'csv', 'ndjson'].map((format) =>
      ['portfolio', 'examples/portfolio', '--by', 'unit', '-f', format]),
    ...['text', 'markdown', 'json', 'csv'].map((format) =>
      ['merge', ...files_in('examples/raters', /yaml$/), '-f', format]),
    [], ['--help'], ['--version'], ['scroe'], ['score'], ['score', 'missing.yaml'], ['score', 'src'],
    ['score', '/dev/zero'], ['score', examples[0], '-f', 'pdf'], ['completion', 'zsh'],
    ['list', 'practices'], ['list', 'diagnostics'], ['init', '-o', '-'],
  ]));
});

describe('streams and files', () => {
  const given = { SHEET: join(root, 'examples/startup.yaml'), BIG: join(root, 'examples/retail-credit.yaml') };
  const folder = temporary_folder();
  const lines = {
    'a sheet on stdin': `"$P" score - < "$SHEET"`,
    'a sheet through a pipe, bit by bit': `(head -c 900 "$SHEET"; sleep 0.2; tail -c +901 "$SHEET") | "$P" validate -`,
    'a full disk': `"$P" score "$SHEET" > /dev/full`,
    'a full disk for a report': `"$P" score "$SHEET" -q -o html:/dev/full`,
    'a reader that goes away': `"$P" score "$BIG" -f json -q | head -c 10; echo "\${PIPESTATUS[0]}"`,
    'a pipe that does not block': `python3 -c "import os, subprocess, sys, time; r, w = os.pipe()
os.set_blocking(w, False); p = subprocess.Popen(sys.argv[1:], stdout=w); os.close(w); time.sleep(1)
sys.stdout.write(os.fdopen(r).read()); sys.exit(p.wait())" "$P" score "$BIG" -f json -q`,
    'records': `printf '%s\\n' '{"team": "A", "answers": {"ci-unit-tests": "yes"}}' '{"team": 1}' | "$P" score --stream`,
    'reports beside another': `"$P" score "$SHEET" -q -f badge -o a.md -o b.json -o sarif:c && cat a.md b.json c`,
    'a report in place of another, with its mode': `echo old > a.md; chmod 640 a.md
"$P" score "$SHEET" -q -o a.md >/dev/null; stat -c %a a.md; cat a.md; ls -A`,
    'a report through a link': `echo old > real.md; ln -s real.md a.md
"$P" score "$SHEET" -q -o a.md >/dev/null; readlink a.md; cat real.md`,
    'a folder that is not there': `"$P" score "$SHEET" -q -o nowhere/a.md`,
    'one file twice': `"$P" score "$SHEET" -q -o a.md -o ./a.md; ls -A`,
    'a new sheet, and not over it': 'umask 027; "$P" init; "$P" init; cat answers.yaml; stat -c "%a %n" *',
    'a page': '"$P" init -q -o page.html; cat page.html',
    'a sheet with blanks in its name': `cp "$SHEET" 'my sheet é.yaml'; "$P" score 'my sheet é.yaml'`,
    'a latin-1 sheet': `printf 'team: caf\\351\\nanswers: {}\\n' > a.yaml; "$P" score a.yaml`,
    'questions at a pipe': `printf 'Team\\n?\\ny\\n\\n2\\nq\\n' | "$P" ask a.yaml; cat a.yaml; stat -c '%a %n' *`,
    'folders': `mkdir -p t/u t/.v; cp "$SHEET" t/u/a.yaml; cp "$BIG" t/.v; mkfifo t/p; "$P" portfolio t`,
    'a closed stdin': `"$P" score "$SHEET" -f badge <&-`,
  };
  for (const [name, line] of Object.entries(lines))
    it(name, () => {
      const [one, other] = [native, npm].map((program) => {
        const cwd = mkdtempSync(join(folder, 'in-'));
        const { status, out, err } = run('bash', ['-c', line], { cwd, env: { ...day, ...given, P: program } });
        assert.doesNotMatch(err, /^bash:/m);
        return { status, out, err };
      });
      assert.deepEqual(other, one);
      assert.ok(one.out + one.err, 'nothing was said');
    });
});

describe('the package', () => {
  const folder = temporary_folder();
  /// Node, npm and what these call, and nothing that a compiler or the project brings.
  const tools = temporary_folder();
  for (const tool of ['node', 'npm', 'npx', 'sh', 'env'])
    symlinkSync(run('sh', ['-c', `command -v ${tool}`]).out.trim(), join(tools, tool));
  const only_node = (command) => {
    const done = spawnSync('/bin/sh', ['-c', command],
      { cwd: folder, encoding: 'utf8', env: { PATH: tools, HOME: folder } });
    assert.equal(done.status, 0, done.stderr + done.stdout);
    return done.stdout;
  };

  it('is under 900 kB, with its licences', () => {
    assert.ok(statSync(tarball).size < 900_000, `${statSync(tarball).size} bytes`);
    const files = run('tar', ['-tzf', tarball]).out;
    for (const name of ['LICENSE', 'README.md', 'licences/libyaml-cpp-dev', 'index.d.ts'])
      assert.ok(files.includes(`package/${name}\n`), `${name} is missing in ${files}`);
    const manifest = JSON.parse(run('tar', ['-xOzf', tarball, 'package/package.json']).out);
    assert.equal(`mlops-assess ${manifest.version}\n`, assess(['--version']).out);
    assert.equal(manifest.dependencies, undefined);
  });

  it('names no folder of the machine that made it', () => {
    const { wasmBinary } = createRequire(import.meta.url)(
      join(root, 'build/npm/node_modules/mlops-assess/read_engine.js'));
    assert.ok(wasmBinary.includes('Automated training'));
    assert.ok(!wasmBinary.includes(root));
  });

  it('is installed and runs in a clean folder', () => {
    writeFileSync(join(folder, 'answers.yaml'), text_of('examples/startup.yaml'));
    only_node(`npm install --offline --no-audit --no-fund '${tarball}'`);
    const out = only_node('npx --no-install mlops-assess score answers.yaml');
    assert.equal(out, run(native, ['score', 'answers.yaml'], { cwd: folder }).out);
  });

  it('is a module with the functions of the library', () => {
    const rubric = 'examples/custom-model/rubric.yaml';
    const files = files_in('examples/custom-model', /yaml$/).map((name) => ({ name, text: text_of(name) }));
    writeFileSync(join(folder, 'use.mjs'), `
      import { score, validate } from 'mlops-assess';
      import { readFileSync } from 'node:fs';
      const [shipped, custom, files] = JSON.parse(readFileSync('given.json', 'utf8'));
      const rubrics = { names: ['${rubric}'], files };
      console.log(JSON.stringify([
        score(shipped, 'json'), score(shipped, 'pdf'), score(custom, 'markdown', rubrics),
        validate(custom, rubrics), validate({ name: 'x.yaml', text: 'team: é\\nanswers: {a: b}\\n' }),
        score({ name: 'big.yaml', text: '#'.repeat(2 ** 20 + 1) }, 'text'),
      ]));`);
    const sheet = (name) => ({ name, text: text_of(name) });
    const custom = sheet('examples/custom-model/answers.yaml');
    writeFileSync(join(folder, 'given.json'), JSON.stringify([sheet(examples[0]), custom, files]));
    const [json, format, markdown, valid, wrong, large] = JSON.parse(only_node('node use.mjs'));
    assert.deepEqual(json, { usable: true, document: assess(['score', examples[0], '-f', 'json', '-q']).out,
      diagnostics: assess(['score', examples[0], '-f', 'json']).err });
    assert.deepEqual(format, { usable: false, document: '', diagnostics: 'unknown format "pdf"\n' });
    assert.equal(markdown.document.replace(/ --rubric \S+/g, ''),
      assess(['score', custom.name, '--rubric', rubric, '-f', 'markdown', '-q']).out
        .replace(/ --rubric \S+/g, ''));
    assert.equal(valid.usable, true);
    assert.match(wrong.diagnostics, /^x\.yaml:2:11: error: unknown practice "a" \[unknown-practice\]/);
    assert.match(large.diagnostics, /larger than 1 MiB|too-large/);
    assert.equal(large.usable, false);
  });
});
