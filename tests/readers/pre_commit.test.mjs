// The hooks as pre-commit runs them. The hook that builds the program would build all of it once
// more; what it runs, scripts/run, is what CI begins with.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, run, temporary_folder } from './support.mjs';

describe('pre-commit', { timeout: 120_000 }, () => {
  const folder = temporary_folder();
  mkdirSync(join(folder, 'bin'));
  symlinkSync(process.env.PROGRAM, join(folder, 'bin', 'mlops-assess'));
  const env = { ...process.env, PRE_COMMIT_HOME: join(folder, 'cache'),
    PATH: `${join(folder, 'bin')}:${process.env.PATH}` };

  /// Runs the hook on one file in a repository of its own.
  function check(name, text) {
    const cwd = temporary_folder();
    run('git', ['init', '-q', cwd]);
    writeFileSync(join(cwd, name), text);
    run('git', ['add', name], { cwd });
    return run('pre-commit', ['try-repo', root, 'mlops-assess-validate-installed', '--files', name],
      { cwd, env });
  }

  it('takes a sheet', () => {
    const { status, out } = check('answers.yaml', 'team: A team\nanswers:\n  data-versioned: fully\n');
    assert.equal(status, 0, out);
    assert.match(out, /Passed/);
  });

  it('refuses a wrong one, with its place', () => {
    const { status, out } = check('answers-q3.yml',
      'team: A team\nanswers:\n  data-versiond: fully\n');
    assert.equal(status, 1, out);
    assert.match(out, /answers-q3\.yml:3:3: error: unknown practice/);
  });

  it('leaves other files alone', () => {
    const { status, out } = check('values.yaml', 'team: {\n');
    assert.equal(status, 0, out);
    assert.match(out, /Skipped/);
  });
});
