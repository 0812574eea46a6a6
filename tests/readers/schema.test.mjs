// The schemas by the validator that most JavaScript tools use, in its strict mode.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { made_model } from './made_model.mjs';
import { assess, examples, report, root } from './support.mjs';

function schema(name, ...options) {
  const { status, out, err } = assess(['schema', name, ...options]);
  assert.equal(status, 0, err);
  return JSON.parse(out);
}

function compiled(name, ...options) {
  // A text of a file that may also be written as a number has both types in its schema.
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  addFormats(ajv);
  // For editors, which show them beside the words.
  ajv.addKeyword('enumDescriptions');
  return ajv.compile(schema(name, ...options));
}

describe('JSON Schema', () => {
  const model = made_model(['データ', 'Checks', 'Owners']);
  const [sheet, , rubric] = model;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const names = /one of (.*)/.exec(assess(['schema', 'nothing']).err)[1].split(', ');

  it('has an address of its own for each, and all go into one validator', () => {
    assert.ok(names.length >= 12);
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    ajv.addKeyword('enumDescriptions');
    for (const name of names) ajv.addSchema(schema(name));
    ajv.addSchema(schema('answers', '--rubric', rubric));
    assert.ok(ajv.getSchema('https://mlops-assess.example/report/1'));
    assert.ok(ajv.getSchema('https://mlops-assess.example/practices/1'));
  });

  it('accepts a model and its answers', () => {
    const is_rubric = compiled('rubric');
    assert.ok(is_rubric(read(rubric)), JSON.stringify(is_rubric.errors));
    const is_answers = compiled('answers', '--rubric', rubric);
    assert.ok(is_answers(read(sheet)), JSON.stringify(is_answers.errors));
  });

  it('refuses what is no model and no answer', () => {
    assert.ok(!compiled('rubric')({ ...read(rubric), levels: 'none' }));
    assert.ok(!compiled('answers', '--rubric', rubric)(
      { ...read(sheet), answers: { 'p0-low': 'perhaps' } }));
  });

  const lines = readFileSync(join(root, 'tests/json_documents'), 'utf8').trimEnd().split('\n');
  for (const path of readdirSync(join(root, 'tests/golden'), { recursive: true })) {
    if (!path.endsWith('cmd')) continue;
    const line = readFileSync(join(root, 'tests/golden', path), 'utf8').trimEnd();
    if (line.includes('-f json') && !line.startsWith('list')) lines.push(line);
  }
  for (const example of examples) lines.push(`score ${example} -f json -q`);
  const results = assess(['score', '--stream'],
    { input: '{"team": "A", "answers": {}}\n{"team": "B"}\n[]\n' }).out.trimEnd().split('\n');
  const documents = [['made model', JSON.parse(report('json', ...model))],
    ...lines.map((line) => [line, JSON.parse(assess(line.split(/\s+/)).out)]),
    ...results.map((line) => [line, JSON.parse(line)])];
  const kind = (document) => document.schema.split('/')[1];
  // Without unions of types, which some tools cannot take.
  const checks = Object.fromEntries([...new Set(documents.map(([, each]) => kind(each)))]
    .map((name) => [name, new Ajv({ strict: true }).compile(schema(name))]));

  it('accepts every document', () => {
    assert.ok(Object.keys(checks).length >= 8);
    for (const [name, document] of documents) {
      const check = checks[kind(document)];
      assert.ok(check(document), `${name}: ${JSON.stringify(check.errors)}`);
    }
  });

  // Their keys are those of a team, a sheet or a rubric.
  const maps = new Set(['context', 'tags', 'target', 'assume', 'levels', 'parameters']);

  /// Calls `refused` with the document changed at every place of `value`, one after the other.
  function change(value, at, refused) {
    const is_map = maps.has(at.split('/').at(-1));
    if (value === null || typeof value !== 'object') return;
    for (const key of Object.keys(value)) {
      const kept = value[key];
      if (at === '' && key === 'schema') continue;
      value[key] = kept !== null && typeof kept === 'object' ? 'red' : { colour: 'red' };
      refused(`another type at ${at}/${key}`);
      value[key] = kept;
      if (!Array.isArray(value) && !is_map) {
        delete value[key];
        refused(`without ${at}/${key}`);
        value[key] = kept;
      }
      change(kept, `${at}/${key}`, refused);
    }
    if (Array.isArray(value) || is_map) return;
    value.colour = 'red';
    refused(`more in ${at}`);
    delete value.colour;
  }

  it('refuses every document with anything removed, added or of another type', () => {
    const count = {};
    for (const [name, document] of documents) {
      if (JSON.stringify(document).length > 13_000) continue;
      const check = checks[kind(document)];
      change(document, '', (what) => {
        count[kind(document)] = (count[kind(document)] ?? 0) + 1;
        assert.ok(!check(document), `${name}: ${what}`);
      });
      assert.ok(check(document), name);
    }
    for (const name of Object.keys(checks))
      assert.ok(count[name] >= 50, `${name}: ${count[name]}`);
  });
});
