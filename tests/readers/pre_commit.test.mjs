// The hooks as pre-commit runs them for a user without rights, from a clone of this repository at a
// tag, which fetches the program from a release on a server of the test.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { changes, file_reply, hand_over, open_folder, release, serve, started, unprivileged, version }
  from './runner.mjs';
import { root, run } from './support.mjs';

const shared = open_folder();
const name = `mlops-assess-${version}-linux-${run('uname', ['-m']).out.trim()}`;
mkdirSync(join(shared, name, 'bin'), { recursive: true });
copyFileSync(process.env.PROGRAM, join(shared, name, 'bin/mlops-assess'));
chmodSync(join(shared, name, 'bin/mlops-assess'), 0o755);
const files = release(join(shared, 'files'), { [`${name}.tar.gz`]: [shared, name] });
const { address, asked } = await serve(({ url }) => file_reply(files, url));

const hooks = join(shared, 'hooks');
mkdirSync(hooks);
copyFileSync(join(root, '.pre-commit-hooks.yaml'), join(hooks, '.pre-commit-hooks.yaml'));
writeFileSync(join(hooks, 'CHANGELOG.md'), changes);
cpSync(join(root, 'scripts'), join(hooks, 'scripts'), { recursive: true });
const home = join(shared, 'home');
mkdirSync(home);
writeFileSync(join(home, '.gitconfig'), '[user]\nname = A\nemail = a@example.com\n');
for (const folder of [hooks, home]) hand_over(folder);

const env = { PATH: process.env.PATH, HOME: home, ASSESS_RELEASE: address };
const as_user = (cwd, command, ...args) => {
  const [first, ...rest] = [...unprivileged, command, ...args];
  return started(first, rest, { cwd, env });
};
const git = async (cwd, ...args) => {
  const { status, log } = await as_user(cwd, 'git', ...args);
  assert.equal(status, 0, log);
};
await git(hooks, 'init', '-q');
await git(hooks, 'add', '-A');
await git(hooks, 'commit', '-q', '-m', 'Release');
await git(hooks, 'tag', `v${version}`);

/// Runs all hooks on one file in a repository of its own.
async function check(path, text) {
  const cwd = open_folder();
  writeFileSync(join(cwd, path), text);
  writeFileSync(join(cwd, '.pre-commit-config.yaml'), JSON.stringify({ repos: [{ repo: hooks,
    rev: `v${version}`, hooks: ['validate', 'waivers', 'rubrics'].map((hook) => ({ id: `mlops-assess-${hook}` })) }] }));
  hand_over(cwd);
  await git(cwd, 'init', '-q');
  await git(cwd, 'add', '-A');
  return as_user(cwd, 'pre-commit', 'run', '--files', path);
}

describe('pre-commit', { timeout: 120_000, concurrency: false }, () => {
  it('takes a sheet', async () => {
    const { status, log } = await check('answers.yaml', 'team: A team\nanswers:\n  data-versioned: fully\n');
    assert.equal(status, 0, log);
    assert.match(log, /check MLOps answer sheets\.+Passed/);
    assert.equal(log.match(/Skipped/g).length, 2);
  });

  it('refuses a wrong one, with its place', async () => {
    const { status, log } = await check('answers-q3.yml', 'team: A team\nanswers:\n  data-versiond: fully\n');
    assert.equal(status, 1, log);
    assert.match(log, /answers-q3\.yml:3:3: error: unknown practice/);
  });

  it('checks waivers', async () => {
    const { status, log } = await check('mlops-waivers.yaml', `schema: mlops-assess/waivers/1
waivers:
  - {practice: release-notes, reason: moves, owner: Ana, expires: 2027-02-31}
`);
    assert.equal(status, 1, log);
    assert.match(log, /check waivers of MLOps gates\.+Failed[^]*mlops-waivers\.yaml:3:\d+: error: /);
  });

  it('checks a model', async () => {
    const rubric = readFileSync(join(root, 'examples/custom-model/rubric.yaml'), 'utf8');
    assert.match((await check('my-rubric.yaml', rubric)).log, /check MLOps rubrics .*Passed/);
    const { status, log } = await check('my-rubric.yaml', rubric.replace('parameter: definition', 'parameter: x'));
    assert.equal(status, 1, log);
    assert.match(log, /my-rubric\.yaml:\d+:\d+: error: /);
  });

  it('leaves other files alone, and has fetched the program once', async () => {
    const { status, log } = await check('values.yaml', 'team: {\n');
    assert.equal(status, 0, log);
    assert.equal(log.match(/Skipped/g).length, 3);
    assert.deepEqual(asked, ['GET /SHA256SUMS', `GET /${name}.tar.gz`]);
  });
});
