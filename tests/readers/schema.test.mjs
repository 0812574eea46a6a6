// The schemas by the validator that most JavaScript tools use, in its strict mode.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { made_model } from './made_model.mjs';
import { assess, report, reported } from './support.mjs';

function compiled(name, ...options) {
  const { status, out, err } = assess(['schema', name, ...options]);
  assert.equal(status, 0, err);
  // A text that may also be written as a number has both types in the schema.
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  // For editors, which show them beside the words.
  ajv.addKeyword('enumDescriptions');
  return ajv.compile(JSON.parse(out));
}

describe('JSON Schema', () => {
  const model = made_model(['データ', 'Checks', 'Owners']);
  const [sheet, , rubric] = model;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

  for (const name of ['answers', 'catalogue', 'rubric', 'report'])
    it(`compiles: ${name}`, () => { compiled(name); });

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

  it('accepts every report', () => {
    const is_report = compiled('report');
    for (const [name, args] of Object.entries({ ...reported, 'made model': model }))
      assert.ok(is_report(JSON.parse(report('json', ...args))),
        `${name}: ${JSON.stringify(is_report.errors)}`);
  });

  it('refuses what is no report', () => {
    const is_report = compiled('report');
    const good = JSON.parse(report('json', ...reported['custom model']));
    assert.ok(is_report.schema.required.length > 5);
    for (const key of is_report.schema.required) {
      const { [key]: _, ...rest } = good;
      assert.ok(!is_report(rest), `accepted without ${key}`);
    }
    assert.ok(!is_report({ ...good, assessments: [{}] }));
  });
});
