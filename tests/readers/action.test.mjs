// The action, run step by step for another repository by a simulated runner.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync }
  from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { file_reply, hand_over, needed, open_folder, release, run_action, serve, started, tools,
  unpacked, unprivileged, version }
  from './runner.mjs';
import { root, run } from './support.mjs';

const native = `mlops-assess-${version}-linux-${run('uname', ['-m']).out.trim()}.tar.gz`;
const npm = `mlops-assess-${version}.tgz`;
const startup = readFileSync(join(root, 'examples/startup.yaml'), 'utf8');
const levels = '{"microsoft":1,"google":0}';

process.setMaxListeners(0);  // each temporary folder has one
const shared = open_folder();
copyFileSync(process.env.PROGRAM, join(shared, 'program'));
chmodSync(join(shared, 'program'), 0o755);

/// Makes a script.
function script(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

// In place of the program, a script that runs it; or that only notes its arguments, where RECORD
// says.
const plain = native.slice(0, -'.tar.gz'.length);
script(join(shared, plain, 'bin/mlops-assess'), `#!/bin/sh
if [ -n "\${RECORD:-}" ] && [ "$1" != --version ]; then
  printf '%s\\0' "$@" '' >> "$RECORD"
  for word; do case $word in --output=json:/*) : > "\${word#*:}" ;; esac; done
  exit 0
fi
exec '${join(shared, 'program')}' "$@"
`);
// The npm package as it is packed, with a script of its own.
const packed = readFileSync(join(root, 'src/wasm/package/package.json'), 'utf8')
  .replace('@PROJECT_VERSION@', version);
script(join(shared, 'package', JSON.parse(packed).bin), `const { spawnSync } = require('node:child_process');
process.exit(spawnSync('${join(shared, 'program')}', process.argv.slice(2), { stdio: 'inherit' }).status);
`);
writeFileSync(join(shared, 'package/package.json'), packed);
const both = { [native]: [shared, plain], [npm]: [shared, 'package'] };

const action = unpacked(shared, `v${version}`);
const path = tools(join(shared, 'tools'), needed);
const path_with_node = tools(join(shared, 'tools-node'), [...needed, 'node']);

/// A release of `packed` on a server of its own, and a runner that has not run anything.
async function machine(packed, more = {}) {
  const folder = open_folder();
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  hand_over(cache);
  release(join(folder, `files/your-org/mlops-assess/releases/download/v${version}`), packed);
  const api = more.api ?? (() => ({ status: 404 }));
  const server = await serve((request, body) => (request.url.startsWith('/api/')
    ? api(request, body) : file_reply(join(folder, 'files'), request.url)));
  return { folder, cache, server: server.address, asked: server.asked, path, env: {}, ...more };
}
const ready = await machine(both);

/// A calling repository of these files.
function repository(files) {
  const folder = open_folder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  hand_over(folder);
  return folder;
}
const calling = repository({ 'answers.yaml': startup });

const git = (folder, ...args) => {
  const done = run('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com',
    '-c', 'safe.directory=*', ...args]);
  assert.equal(done.status, 0, done.err);
};

/// A shallow clone of a branch `change` with these files, of a remote whose `main` has others.
function clone_of(main, change) {
  const folder = open_folder();
  const [work, remote, clone] = ['work', 'remote.git', 'clone'].map((name) => join(folder, name));
  mkdirSync(work);
  git(work, 'init', '-q', '-b', 'main');
  const commit = (files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(work, name)), { recursive: true });
      writeFileSync(join(work, name), text);
    }
    git(work, 'add', '-A');
    git(work, 'commit', '-q', '--allow-empty', '-m', 'Change');
  };
  commit(main);
  git(work, 'switch', '-q', '-c', 'change');
  commit(change);
  git(work, 'clone', '-q', '--bare', work, remote);
  git(work, 'clone', '-q', '--depth', '1', '--branch', 'change', `file://${remote}`, clone);
  for (const part of [remote, clone]) hand_over(part);
  return clone;
}
const fallen = startup.replace('people-dev-support:\n    answer: fully', 'people-dev-support:\n    answer: no');
const other_team = startup.replace('team: Boiler visit ranking', 'team: Other');

describe('the program', { concurrency: false }, () => {
  it('is fetched once, and then found at once', async () => {
    const runner = await machine(both);
    const cold = await run_action(action, calling, {}, runner);
    assert.equal(cold.status, 0, cold.log);
    assert.equal(cold.outputs.levels, levels);
    assert.equal(runner.asked.length, 2);
    let warm = cold;
    for (let tries = 0; tries < 3 && (tries === 0 || warm.milliseconds >= 5000); ++tries) {
      warm = await run_action(action, calling, {}, runner);
      assert.equal(warm.status, 0, warm.log);
    }
    assert.ok(warm.milliseconds < 5000, `${warm.milliseconds} ms`);
    assert.equal(runner.asked.length, 2);
    console.log(`cold ${cold.milliseconds} ms, warm ${warm.milliseconds} ms`);
  });

  it('is only put on the PATH when no more is asked for', async () => {
    const done = await run_action(action, calling, { 'install-only': 'true' }, ready);
    assert.equal(done.status, 0, done.log);
    assert.equal(done.log.trim(), `mlops-assess ${version}`);
    assert.deepEqual(done.paths.map((folder) => existsSync(join(folder, 'mlops-assess'))), [true]);
    assert.equal(done.summary, '');
  });

  it('is kept in the job where the runner keeps no tools', async () => {
    const done = await run_action(action, calling, {}, { ...ready, cache: '/proc/none' });
    assert.equal(done.status, 0, done.log);
    assert.match(done.paths[0], /\/_temp\//);
  });

  it('is not run when its sum is wrong', async () => {
    const runner = await machine(both);
    const sums = join(runner.folder,
      `files/your-org/mlops-assess/releases/download/v${version}/SHA256SUMS`);
    writeFileSync(sums, readFileSync(sums, 'utf8').replace(/^[0-9a-f]{4}/gm, '0000'));
    const done = await run_action(action, calling, {}, runner);
    assert.equal(done.status, 3);
    assert.match(done.log, new RegExp(`^::error title=mlops-assess::http.*/${native} has the SHA-256 `
      + 'sum [0-9a-f]{64}, and SHA256SUMS there says 0000[0-9a-f]{60}: .* Run the job again', 'm'));
    assert.deepEqual(done.paths, []);
    assert.ok(!readdirSync(runner.cache, { recursive: true }).some((name) => /bin/.test(name)));
  });

  it('is the npm package where the release has none for the machine', async () => {
    const runner = await machine({ [npm]: both[npm] }, { path: path_with_node });
    const done = await run_action(action, calling, {}, runner);
    assert.equal(done.status, 0, done.log);
    assert.match(done.log, new RegExp(`^::notice title=mlops-assess::no program for this machine `
      + `\\(http.* has no ${native}\\): the npm package`, 'm'));
    assert.equal(done.outputs.levels, levels);
  });

  const building = (text) => unpacked(open_folder(), `v${version}`,
    (folder) => script(join(folder, 'scripts/build'), text));

  it('is built where there is no Node either', async () => {
    const made = building(`#!/bin/sh
cd "$(dirname "$0")/.."
mkdir -p build/release
cp '${join(shared, 'program')}' build/release/mlops-assess
`);
    const runner = await machine({ [npm]: both[npm] });
    const done = await run_action(made, calling, {}, runner);
    assert.equal(done.status, 0, done.log);
    assert.match(done.log, /^::notice title=mlops-assess::building the program .*has no .*no Node 18/m);
    assert.equal(done.outputs.levels, levels);
  });

  it('ends the job when it cannot be had', async () => {
    const runner = await machine({});
    const done = await run_action(building('#!/bin/sh\necho "no compiler" >&2\nexit 3\n'), calling,
      {}, { ...runner, server: 'http://127.0.0.1:9' });
    assert.equal(done.status, 4);
    assert.match(done.log, /^no compiler$/m);
    assert.match(done.log,
      /^::error title=mlops-assess::there is no program .*SHA256SUMS: curl: .*127\.0\.0\.1.* install mlops-assess on it/m);
  });

  it('comes from a mirror', async () => {
    const mirror = `${ready.server}/your-org/mlops-assess/releases/download/v${version}/`;
    const runner = { ...await machine({}), server: 'http://127.0.0.1:9' };
    const done = await run_action(action, calling, { release: mirror }, runner);
    assert.equal(done.status, 0, done.log);
  });

  it('comes from the release of the repository that was cloned', async () => {
    const clone = open_folder();
    cpSync(action, clone, { recursive: true });
    run('chmod', ['-R', 'u+w', clone]);
    git(clone, 'init', '-q');
    const { host } = new URL(ready.server);
    git(clone, 'remote', 'add', 'origin', `http://someone:secret@${host}/your-org/mlops-assess.git`);
    hand_over(clone);
    const [command, ...args] = [...unprivileged, join(clone, 'scripts/ci/program'), '--version'];
    const done = await started(command, args, { cwd: '/', env: { PATH: path, HOME: clone } });
    assert.deepEqual(done, { status: 0, log: `mlops-assess ${version}\n` });
    const { log } = await started(command, args, { cwd: '/',
      env: { PATH: path, HOME: clone, ASSESS_RELEASE: `http://${host}/none` } });
    assert.match(log, /^mlops-assess: notice: building .*\/none\/SHA256SUMS: curl: .*404/m);
  });

  it('comes from a private release by a token', async () => {
    const files = join(ready.folder, `files/your-org/mlops-assess/releases/download/v${version}`);
    const names = ['SHA256SUMS', native, npm];
    const runner = await machine({}, { api({ url, headers }) {
      if (headers.authorization !== 'Bearer s3cret') return { status: 404 };
      const base = `${runner.server}/api/repos/your-org/mlops-assess/releases`;
      const [, number] = /\/assets\/(\d+)$/.exec(url) ?? [];
      if (number) return { body: readFileSync(join(files, names[number])) };
      return { body: JSON.stringify({ url: `${base}/7`, name: `v${version}`,
        assets: names.map((name, at) => ({ url: `${base}/assets/${at}`, id: at, name,
          uploader: { login: 'a', url: `${runner.server}/api/users/a` } })) }) };
    } });
    const done = await run_action(action, calling, { 'release-token': 's3cret' }, runner);
    assert.equal(done.status, 0, done.log);
    assert.ok(runner.asked.every((line) => line.includes('/api/')), runner.asked.join());
  });
});

describe('an input', { concurrency: false }, () => {
  /// What the program is called with: a list for each call.
  async function calls(inputs, files) {
    const record = join(open_folder(), 'record');
    writeFileSync(record, '');
    hand_over(record);
    const folder = repository(files);
    await run_action(action, folder, inputs, { ...ready, env: { RECORD: record } });
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(files).sort());
    return readFileSync(record, 'utf8').split('\0\0').slice(0, -1).map((call) => call.split('\0'));
  }

  const odd = ['a b', '"q" \'s\'', '$(touch hacked)', '`touch hacked`', '-n', '--help', 'größe → 1',
    '*', 'a;touch hacked', '%0A::error::x', '${{ inputs.bar }}', '\\n\\', ' x ', '&& touch hacked'];

  it('of one line reaches the program unharmed', async () => {
    const options = ['bar', 'fail-under', 'fail-under-evidenced', 'min-answered', 'max-age', 'today',
      'format', 'max-bytes', 'no-regression', 'baseline', 'waivers'];
    const texts = Object.fromEntries(options.map((name, at) => [name, odd[at]]));
    const [check, score] = await calls(texts, { 'answers.yaml': startup });
    assert.deepEqual(check, ['validate', '--format=github', '--', 'answers.yaml', texts.waivers]);
    for (const name of options)
      assert.deepEqual(score.filter((word) => word.startsWith(`--${name}=`)), [`--${name}=${texts[name]}`]);
    const [, second] = await calls({ today: '1\n2', bar: odd.at(-1) }, { 'answers.yaml': startup });
    assert.ok(second.includes('--today=1\n2') && second.includes(`--bar=${odd.at(-1)}`));
  });

  it('of several lines reaches it as several values', async () => {
    const sheets = ['-a.yaml', 'b c.yaml', '$(touch hacked).yaml', 'größe.yaml'];
    const files = Object.fromEntries(sheets.map((name) => [name, startup]));
    const [check, ...scores] = await calls({ answers: `${sheets.join('\n')}\n\n`,
      rubrics: odd.join('\n'), targets: odd.join('\r\n').replaceAll('\r', ''),
      outputs: odd.map((text) => `{sheet}${text}`).join('\n'), sarif: 's {sheet}' }, files);
    const rubrics = odd.map((text) => `--rubric=${text}`);
    assert.deepEqual(check, ['validate', '--format=github', ...rubrics, '--', ...sheets]);
    const reports = scores.filter((call) => call.includes('--format=github'));
    assert.deepEqual(reports.map((call) => call.at(-1)), sheets);
    for (const call of reports) {
      const name = call.at(-1).replace('.yaml', '');
      assert.deepEqual(call.slice(1, -2).filter((word) => !word.includes('/')), [...rubrics,
        ...odd.map((text) => `--target=${text}`),
        ...odd.map((text) => `--output=${name}${text}`), `--output=sarif:s ${name}`,
        '--format=github']);
    }
  });
});

describe('a sheet', { concurrency: false }, () => {
  const action_on = (folder, inputs, event) => run_action(action, folder, inputs, ready, event);

  it('that is broken ends the job with 3, its lines marked', async () => {
    const folder = repository({ 'teams/a.yaml': startup.replace('data-versioned:', 'data-versiond:'),
      'b.yaml': startup });
    const done = await action_on(folder, { answers: 'b.yaml\nteams/a.yaml', outputs: '{sheet}.md' });
    assert.equal(done.status, 3);
    assert.match(done.log,
      /^::error file=teams\/a\.yaml,line=\d+,col=3,title=unknown-practice::unknown practice "data-versiond"/m);
    assert.deepEqual({ ...done.outputs },
      { levels: '', 'short-of': '', passed: 'false', reports: '', sarif: '' });
    assert.ok(!existsSync(join(folder, 'b.md')));
  });

  it('that fails a gate ends the job with 1, its reports written', async () => {
    const folder = repository({ 'answers.yaml': startup });
    const done = await action_on(folder, { 'fail-under': 'microsoft=2', sarif: 'out/my.sarif',
      outputs: 'out/report.html\nplain:out/a b.txt' });
    assert.equal(done.status, 1);
    assert.match(done.log, /^::error file=answers\.yaml,title=gate failed%3A --fail-under microsoft=2::/m);
    assert.deepEqual({ ...done.outputs }, { levels,
      'short-of': '{"microsoft":{"level":2,"gaps":9,"open":0},"google":{"level":1,"gaps":19,"open":0}}',
      passed: 'false', reports: 'out/report.html\nout/a b.txt\nout/my.sarif', sarif: 'out/my.sarif' });
    for (const name of done.outputs.reports.split('\n'))
      assert.ok(readFileSync(join(folder, name)).length > 0, name);
    assert.match(done.summary, /^<!-- mlops-assess:[^]*\*\*Failed\*\*/);
  });

  it('that passes says so, whatever it holds', async () => {
    const text = readFileSync(join(root, 'tests/sheets/hostile.yaml'), 'utf8');
    const folder = repository({ 'answers.yaml': text });
    const done = await action_on(folder, { outputs: 'r.json', summary: 'false' });
    assert.equal(done.status, 0, done.log);
    assert.equal(done.outputs.passed, 'true');
    assert.equal(done.summary, '');
    const { assessments } = JSON.parse(readFileSync(join(folder, 'r.json')));
    assert.deepEqual(JSON.parse(done.outputs.levels),
      Object.fromEntries(assessments.map(({ rubric, level }) => [rubric.id, level])));
    assert.deepEqual(JSON.parse(done.outputs['short-of']),
      Object.fromEntries(assessments.map(({ rubric, short_of }) => [rubric.id, short_of[0] ?? null])));
  });

  it('beside others has its own reports and figures', async () => {
    const folder = repository({ 'teams/a.yaml': startup, 'teams/b "x".yaml': other_team });
    const done = await action_on(folder, { answers: 'teams/a.yaml\nteams/b "x".yaml',
      outputs: 'out/{sheet}.md', sarif: 'sarif/{sheet}.sarif', 'min-answered': '100' });
    assert.deepEqual(Object.keys(JSON.parse(done.outputs.levels)), ['teams/a.yaml', 'teams/b "x".yaml']);
    assert.deepEqual(JSON.parse(done.outputs.levels)['teams/a.yaml'], JSON.parse(levels));
    assert.deepEqual(readdirSync(join(folder, 'out')), ['teams-a.md', 'teams-b "x".md']);
    assert.equal(done.outputs.sarif, 'sarif');
    assert.equal(done.summary.match(/^<!-- mlops-assess:/gm).length, 2);
    const twelve = Array.from({ length: 12 }, (_, at) => `s${at}.yaml`).join('\n');
    for (const [answers, outputs] of [['teams/a.yaml\nteams/b "x".yaml', 'a.md'], [twelve, 'a.md'],
      ['teams/a.yaml\nteams-a.yaml', '{sheet}.md']]) {
      const wrong = await action_on(folder, { answers, outputs });
      assert.equal(wrong.status, 2);
      assert.equal(wrong.outputs.passed, 'false');
      assert.match(wrong.log, /^::error .*\.md would hold one sheet of several only: put \{sheet\}/m);
    }
  });

  it('in a working directory is named from the top', async () => {
    const model = readFileSync(join(root, 'examples/custom-model/rubric.yaml'), 'utf8');
    const sheet = readFileSync(join(root, 'examples/custom-model/answers.yaml'), 'utf8');
    const folder = repository({ 'ml/answers.yaml': sheet, 'ml/model.yaml': model });
    const done = await action_on(folder, { 'working-directory': './ml', rubrics: 'model.yaml',
      outputs: 'out/r.md', 'fail-under': 'contracts=3' });
    assert.equal(done.status, 1, done.log);
    assert.match(done.log, /^::error file=ml\/answers\.yaml,title=gate failed/m);
    assert.equal(done.outputs.reports, 'ml/out/r.md');
    assert.match(done.outputs.levels, /^\{"contracts":\d\}$/);
  });

  it('is compared with the target branch, in a shallow clone', async () => {
    const clone = clone_of({ 'ml/answers.yaml': startup }, { 'ml/answers.yaml': fallen });
    const done = await action_on(clone, { 'working-directory': 'ml',
      'no-regression': 'ref:origin/main', baseline: 'ref:origin/main' });
    assert.equal(done.status, 1, done.log);
    assert.match(done.log, /^::error .*title=gate failed%3A --no-regression \.mlops-assess\/origin\/main\/ml\/answers\.yaml::/m);
    assert.match(done.summary, /Compared with: /);
    assert.equal(run('git', ['-C', clone, '-c', 'safe.directory=*', 'status', '--porcelain',
      '--ignored']).out, '');
  });

  it('that is new, or was of no use there, is not compared', async () => {
    const clone = clone_of({ 'b.yaml': 'team: {\n', 'c.yaml': 'team: C\nanswers: {}\n' },
      { 'a.yaml': startup, 'b.yaml': startup, 'c.yaml': startup });
    const done = await action_on(clone, { answers: 'a.yaml\nb.yaml\nc.yaml',
      'no-regression': 'ref:origin/main' });
    assert.equal(done.status, 0, done.log);
    assert.match(done.log, /^::notice .*a\.yaml is new since origin\/main/m);
    assert.match(done.log, /^::warning .*b\.yaml is not compared with origin\/main: .*error/m);
    assert.match(done.log, /^::warning .*c\.yaml is not compared with .*nothing-in-common/m);
    const missing = await action_on(clone, { answers: 'a.yaml', 'no-regression': 'ref:origin/none' });
    assert.equal(missing.status, 3);
    assert.match(missing.log, /^::error .*origin\/none is not in this clone/m);
  });
});

describe('a comment', { concurrency: false }, () => {
  const pull = { pull_request: { number: 7 } };

  it('is written once, and then renewed', async () => {
    const line = run(process.env.PROGRAM, ['score', 'answers.yaml', '-f', 'markdown'],
      { cwd: calling }).out.split('\n')[0];
    assert.match(line, /^<!-- mlops-assess:boiler-visit-ranking-[0-9a-f]{8} -->$/);
    const comments = Array.from({ length: 120 }, (_, at) => ({ id: at + 1,
      body: at === 90 ? `See ${line}` : '"url": "/issues/comments/1"' }));
    const runner = await machine(both, { api({ method, url, headers }, text) {
      assert.equal(headers.authorization, 'Bearer a-token');
      const address = (id) => `${runner.server}/api/repos/their-org/churn/issues/comments/${id}`;
      const shown = ({ id, body }) => ({ url: address(id), issue_url: 'x', id, user: { url: 'u' }, body });
      if (method === 'POST' && url === '/api/repos/their-org/churn/issues/7/comments') {
        comments.push({ id: comments.length + 1, body: JSON.parse(text).body });
        return { status: 201, body: '{}' };
      }
      const [, id] = /^\/api\/repos\/their-org\/churn\/issues\/comments\/(\d+)$/.exec(url) ?? [];
      if (method === 'PATCH' && id) {
        comments[id - 1].body = JSON.parse(text).body;
        return { body: '{}' };
      }
      const page = Number(/\/issues\/7\/comments\?per_page=100&page=(\d)$/.exec(url)?.[1]);
      if (method !== 'GET' || !page) return { status: 500 };
      return { body: JSON.stringify(comments.slice(100 * (page - 1), 100 * page).map(shown), null,
        page === 1 ? 2 : undefined) };
    } });
    const folder = repository({ 'answers.yaml': startup, 'other.yaml': other_team });
    const inputs = { answers: 'answers.yaml\nother.yaml', comment: 'true' };
    for (const level of [0, 2]) {
      const done = await run_action(action, folder, { ...inputs, 'fail-under': `microsoft=${level}` },
        runner, pull);
      assert.equal(done.status, level ? 1 : 0, done.log);
      assert.equal(comments.length, 122, done.log);
      const [first, second] = comments.slice(120).map(({ body }) => body);
      assert.match(second, /^<!-- mlops-assess:other-[0-9a-f]{8} -->\n\n# Maturity of Other/);
      assert.equal(first.includes('**Failed**'), level > 0);
      const brief = run(process.env.PROGRAM, ['score', 'answers.yaml', '-q', '--brief', '-f', 'markdown',
        '--fail-under', `microsoft=${level}`], { cwd: folder }).out
        .replaceAll('](answers.yaml#L', `](${runner.server}/their-org/churn/blob/5ca1ab1e/answers.yaml#L`);
      assert.ok(brief.includes('/blob/5ca1ab1e/answers.yaml#L229)'));
      assert.equal(first, brief);
    }
    assert.equal(comments[90].body.slice(0, 4), 'See ');
  });

  it('from a fork is left out, and the job goes on', async () => {
    for (const status of [403, 404, 502]) {
      const runner = await machine(both, { api: () => ({ status, body: '{}' }) });
      const done = await run_action(action, calling, { comment: 'true' }, runner, pull);
      assert.equal(done.status, 0, done.log);
      assert.match(done.log, status === 502 ? /^::warning .*no comment: status 502/m
        : /^::notice .*no comment: the token may not write/m);
    }
  });

  it('is nothing without a pull request', async () => {
    const done = await run_action(action, calling, { comment: 'true' }, ready);
    assert.equal(done.status, 0);
    assert.match(done.log, /^no comment: this run is not of a pull request$/m);
  });
});
