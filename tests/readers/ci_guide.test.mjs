// What docs/ci.md tells to run, run: Jenkins' steps, the lines for any CI, the portfolio.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { file_reply, open_folder, release, serve, started } from './runner.mjs';
import { root, run } from './support.mjs';

const text = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const version = /mlops-assess-(\d[\d.]*)-linux/.exec(text)[1];
const startup = readFileSync(join(root, 'examples/startup.yaml'), 'utf8');

/// The block of a kind after a heading.
function block(heading, kind) {
  const at = text.indexOf(`\n## ${heading}\n`);
  assert.ok(at >= 0, heading);
  return new RegExp(`\n\`\`\`${kind}\n([^]*?)\`\`\``).exec(text.slice(at))[1];
}

const shared = open_folder();
const packed = {};
for (const machine of new Set(['x86_64', run('uname', ['-m']).out.trim()])) {
  const name = `mlops-assess-${version}-linux-${machine}`;
  mkdirSync(join(shared, name, 'bin'), { recursive: true });
  copyFileSync(process.env.PROGRAM, join(shared, name, 'bin/mlops-assess'));
  chmodSync(join(shared, name, 'bin/mlops-assess'), 0o755);
  packed[`${name}.tar.gz`] = [shared, name];
}
const files = release(join(shared, 'files'), packed);
const { address, asked } = await serve(({ url }) => file_reply(files, url));

function project(contents) {
  const folder = open_folder();
  for (const [name, body] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  return folder;
}

describe('the guide to CI', { concurrency: false }, () => {
  it('has a pipeline for Jenkins that fails by a gate and keeps the reports', async () => {
    const groovy = block('Jenkins', 'groovy');
    const env = { ...process.env, RELEASE: address, TOOL: /TOOL = '(.*)'/.exec(groovy)[1] };
    // What Groovy makes of a text in ''' quotes.
    const steps = [...groovy.matchAll(/sh '''([^]*?)'''/g)]
      .map(([, step]) => step.replace(/\\(\n|\\)/g, (_, next) => (next === '\n' ? '' : next)));
    assert.equal(steps.length, 2);
    const cwd = project({ 'mlops/answers.yaml': startup, 'mlops/baseline.json':
      run(process.env.PROGRAM, ['score', 'examples/startup.yaml', '-q', '-f', 'json'], { cwd: root }).out });
    for (const step of [...steps, steps[0]]) {
      const { status, log } = await started('sh', ['-xec', step], { cwd, env });
      assert.equal(status, step === steps[0] ? 0 : 1, log);
      if (status) assert.match(log, /gate failed: --fail-under microsoft=2/);
    }
    assert.equal(asked.length, 2);
    assert.ok(['mlops-report.md', 'mlops-report.html', 'mlops-junit.xml']
      .every((name) => readdirSync(cwd).includes(name)));
  });

  it('has lines for any other CI', async () => {
    const lines = block('Any other CI', 'sh').replace(/^release=.*$/m, `release=${address}`);
    const { status, log } = await started('sh', ['-ec', lines],
      { cwd: project({ 'mlops/answers.yaml': startup }) });
    assert.equal(status, 1, log);
    assert.match(log, /gate failed: --fail-under microsoft=2/);
  });

  it('has a portfolio of repositories, of which some have no sheet', async () => {
    const { steps } = parse(block('A portfolio of many repositories', 'yaml')).jobs.portfolio;
    const cwd = project({ 'repositories.txt': 'org/a\norg/none\norg/b\n',
      'bin/gh': '#!/bin/sh\ncase $2 in */none/*) echo "{}"; echo "HTTP 404" >&2; exit 1 ;; esac\nsed "s|^team: .*|team: $2|" sheet.yaml\n',
      'sheet.yaml': startup });
    chmodSync(join(cwd, 'bin/gh'), 0o755);
    const bin = join(shared, Object.keys(packed)[0].replace('.tar.gz', ''), 'bin');
    const env = { PATH: `${cwd}/bin:${bin}:${process.env.PATH}`, GITHUB_STEP_SUMMARY: join(cwd, 'summary') };
    for (const { run: script } of steps.filter((step) => step.run)) {
      const { status, log } = await started('bash', ['-e', '-c', script], { cwd, env });
      assert.equal(status, 0, log);
      if (script.includes('gh api')) assert.match(log, /^::warning::no sheet in org\/none$/m);
    }
    assert.deepEqual(readdirSync(join(cwd, 'teams')), ['org-a.yaml', 'org-b.yaml']);
    assert.equal(readFileSync(join(cwd, 'summary'), 'utf8'), readFileSync(join(cwd, 'portfolio.md'), 'utf8'));
    assert.ok(readdirSync(join(cwd, 'reports')).length > 0);
  });
});
