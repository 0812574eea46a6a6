// The job of the GitLab template, its script run as a runner does: a shell in the project's clone.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { file_reply, hand_over, needed, open_folder, release, serve, started, tools, unprivileged,
  version } from './runner.mjs';
import { root, run } from './support.mjs';

const [head, body] = parseAllDocuments(readFileSync(join(root, 'templates/mlops-assess.yml'), 'utf8'))
  .map((document) => document.toJS());
const startup = readFileSync(join(root, 'examples/startup.yaml'), 'utf8');

const shared = open_folder();
const name = `mlops-assess-${version}-linux-${run('uname', ['-m']).out.trim()}`;
mkdirSync(join(shared, name, 'bin'), { recursive: true });
copyFileSync(process.env.PROGRAM, join(shared, name, 'bin/mlops-assess'));
chmodSync(join(shared, name, 'bin/mlops-assess'), 0o755);
for (const folder of ['right', 'wrong', 'other'])
  release(join(shared, 'files', folder), { [`${name}.tar.gz`]: [shared, name] });
const change = (folder, from, to) => {
  const path = join(shared, 'files', folder, 'SHA256SUMS');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};
change('wrong', /^.{4}/, '0000');
change('other', /linux-\w+/, 'linux-riscv64');
const { address } = await serve(({ url, headers }) =>
  (url.startsWith('/api/v4/') && headers['job-token'] !== 'job-s3cret' ? { status: 401 }
    : file_reply(join(shared, 'files'), url.replace('/api/v4/packages/', '/'))));
const path = tools(join(shared, 'tools'), needed);
const path_of_wget = tools(join(shared, 'tools-wget'),
  [...needed.filter((tool) => tool !== 'curl'), 'wget']);

/// Runs the job with inputs in a folder.
async function job(cwd, inputs, { shell = 'sh', tool_path = path } = {}) {
  const { variables, before_script, script } = Object.values(body)[0];
  const env = Object.fromEntries(Object.entries(variables).map(([key, value]) => {
    const input = /^\$\[\[ inputs\.([\w-]+) \]\]$/.exec(value)[1];
    return [key, String(inputs[input] ?? head.spec.inputs[input].default ?? `${address}/right`)];
  }));
  const [command, ...args] = [...unprivileged, run('sh', ['-c', `command -v ${shell}`]).out.trim(),
    '-e', '-c', [...before_script, ...script].join('\n')];
  return started(command, args, { cwd, env: { ...env, PATH: tool_path, HOME: cwd, TMPDIR: join(cwd, '..'),
    CI_API_V4_URL: `${address}/api/v4`, CI_JOB_TOKEN: 'job-s3cret' } });
}

/// A folder with these files.
function project(files) {
  const folder = join(open_folder(), 'project');
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  hand_over(dirname(folder));
  return folder;
}

describe('the job of GitLab', { concurrency: false }, () => {
  it('scores a sheet in the shells and with the tools that images have', async () => {
    for (const options of [{}, { shell: 'bash' }, { tool_path: path_of_wget }]) {
      const folder = project({ 'answers.yaml': startup });
      const { status, log } = await job(folder, {}, options);
      assert.equal(status, 0, log);
      for (const file of ['mlops-report.md', 'mlops-report.json', 'mlops-junit.xml'])
        assert.ok(existsSync(join(folder, file)), file);
    }
  });

  it('fetches packages of its own GitLab by its token', async () => {
    const { status, log } = await job(project({ 'answers.yaml': startup }),
      { release: `${address}/api/v4/packages/right/` });
    assert.equal(status, 0, log);
  });

  it('keeps the reports of a failed gate', async () => {
    const folder = project({ 'a b.yaml': startup, 'waivers.yaml':
      'schema: mlops-assess/waivers/1\nwaivers:\n  - {practice: data-versioned, reason: x, owner: A, expires: 2026-12-31}\n' });
    const { status, log } = await job(folder, { answers: 'a b.yaml', waivers: 'waivers.yaml',
      'fail-under': 'microsoft=2', targets: 'microsoft=2\ngoogle=1', today: '2026-11-01',
      bar: 'partially', 'max-age': '900', 'min-answered': '90', 'fail-under-evidenced': 'microsoft=0' });
    assert.equal(status, 1, log);
    assert.match(log, /gate failed: --fail-under microsoft=2/);
    const { assessments, rules } = JSON.parse(readFileSync(join(folder, 'mlops-report.json')));
    assert.deepEqual(assessments.map(({ target, bar }) => [target, bar]), [[2, 'partially'], [1, 'partially']]);
    assert.deepEqual(rules, { max_age: 900, today: '2026-11-01' });
  });

  it('ends with a status and a reason when the program cannot be had', async () => {
    const folder = project({ 'answers.yaml': startup });
    for (const [where, expected, words] of [['wrong', 3, 'the sum of .* is wrong'],
      ['other', 4, 'has no program for'], ['none', 4, 'cannot fetch .*/none/SHA256SUMS']]) {
      const { status, log } = await job(folder, { release: `${address}/${where}` });
      assert.equal(status, expected, log);
      assert.match(log, new RegExp(`mlops-assess: .*${words}`));
    }
  });

  it('ends with 3 when the sheet is broken, with its place', async () => {
    const { status, log } = await job(project({ 'answers.yaml': 'team: A\nanswers:\n  x: no\n' }), {});
    assert.equal(status, 3);
    assert.match(log, /^answers\.yaml:3:3: error: unknown practice/m);
  });

  it('compares with a branch, unless that has nothing to compare with', async () => {
    const folder = project({ 'ml/answers.yaml': startup, 'empty.yaml': 'team: A\nanswers: {}\n' });
    const git = async (...args) => {
      const [command, ...rest] = [...unprivileged, 'git', '-c', 'user.name=A',
        '-c', 'user.email=a@example.com', ...args];
      const { status, log } = await started(command, rest, { cwd: folder, env: { ...process.env, HOME: folder } });
      assert.equal(status, 0, log);
    };
    await git('init', '-q', '-b', 'main');
    await git('add', '-A');
    await git('commit', '-q', '-m', 'Assess');
    await git('remote', 'add', 'origin', `file://${folder}`);
    writeFileSync(join(folder, 'ml/answers.yaml'),
      startup.replace('people-dev-support:\n    answer: fully', 'people-dev-support:\n    answer: no'));
    writeFileSync(join(folder, 'empty.yaml'), startup);
    writeFileSync(join(folder, 'new.yaml'), startup);
    const inputs = { 'no-regression': 'ref:main', baseline: 'ref:origin/main' };
    const fallen = await job(folder, { ...inputs, answers: 'ml/answers.yaml' });
    assert.equal(fallen.status, 1, fallen.log);
    assert.match(fallen.log, /gate failed: --no-regression/);
    assert.match(readFileSync(join(folder, 'mlops-report.md'), 'utf8'), /Compared with/);
    for (const answers of ['new.yaml', 'empty.yaml']) {
      const done = await job(folder, { ...inputs, answers });
      assert.equal(done.status, 0, done.log);
      assert.match(done.log, /not compared with main/);
    }
    const missing = await job(folder, { 'no-regression': 'ref:none', answers: 'ml/answers.yaml' });
    assert.equal(missing.status, 3, missing.log);
  });
});
