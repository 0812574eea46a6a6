// Results of `score --stream`, made and read by engines for many records: docs/scale.md.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { assess, root, run, temporary_folder } from './support.mjs';

const document = readFileSync(join(root, 'docs/scale.md'), 'utf8');

function blocks(kind) {
  return [...document.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\`$`, 'gms'))]
    .map((match) => match[1]);
}

/// A folder in which the program has its name.
function workplace() {
  const folder = temporary_folder();
  const program = join(folder, 'mlops-assess');
  writeFileSync(program, `#!/bin/sh\nexec '${process.env.PROGRAM}' "$@"\n`);
  chmodSync(program, 0o755);
  return { folder, env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } };
}

function sh({ folder, env }, script, options = {}) {
  return run('sh', ['-ec', script], { cwd: folder, env, ...options });
}

const lines = (text) => text.trimEnd().split('\n').map((line) => JSON.parse(line));
const [one, parallel] = blocks('sh');
const without_line = ({ line, ...rest }) => rest;

describe('docs/scale.md', () => {
  it('makes results of records', () => {
    const place = workplace();
    const { status, err } = sh(place, one);
    assert.equal(status, 0, err);
    const results = lines(readFileSync(join(place.folder, 'results.ndjson'), 'utf8'));
    assert.deepEqual(results.map((each) => each.team), ['Fraud', 'Pricing', 'Search']);
    // The document shows the first, shortened.
    const shown = JSON.parse(blocks('json')[0]);
    const [real] = results;
    real.assessments.length = 1;
    assert.deepEqual(shown, real);
  });

  it('keeps the order through GNU parallel, also of bad records', () => {
    const place = workplace();
    const records = [];
    for (let i = 0; i < 1500; ++i)
      records.push(i % 700 === 600 ? '{' : JSON.stringify({ team: `Team ${i}`,
        tags: { pad: 'x'.repeat(4000) },
        answers: { 'data-auto-gather': ['no', 'mostly', 'fully'][i % 3] } }));
    const text = `${records.join('\n')}\n`;
    writeFileSync(join(place.folder, 'records.ndjson'), text);
    const { status } = sh(place, parallel);
    assert.equal(status, 2);  // blocks with bad records
    const results = lines(readFileSync(join(place.folder, 'results.ndjson'), 'utf8'));
    const alone = assess(['score', '--stream'], { input: text });
    assert.equal(alone.status, 3);
    const expected = lines(alone.out);
    assert.equal(results.length, 1500);
    results.forEach((each, i) => {
      if (each.errors) assert.ok(expected[i].errors);
      else assert.deepEqual(without_line(each), without_line(expected[i]));
    });
  });

  it('is read by DuckDB', async () => {
    const place = workplace();
    assert.equal(sh(place, one).status, 0);
    const path = join(place.folder, 'results.ndjson');
    const results = lines(readFileSync(path, 'utf8'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const query = async (sql) => (await connection.runAndReadAll(
      sql.replaceAll("'results.ndjson'", `'${path}'`))).getRowObjectsJson();
    const rows = await query(blocks('sql')[0]);
    const expected = [];
    for (const unit of ['Retail', 'Web'])
      for (const rubric of ['google', 'microsoft']) {
        const levels = results.filter((each) => each.tags.unit === unit)
          .map((each) => each.assessments.find((a) => a.rubric === rubric).level);
        expected.push({ unit, rubric, teams: String(levels.length),
          lowest: String(Math.min(...levels)) });
      }
    assert.deepEqual(rows, expected);
    // Beside errors, and every figure of every result.
    writeFileSync(path, results.map((each) => JSON.stringify(each)).join('\n') +
      `\n${assess(['score', '--stream'], { input: '{}\n' }).out}`);
    assert.deepEqual(await query(blocks('sql')[0]), expected);
    const all = await query(`SELECT team, assessments FROM read_ndjson('results.ndjson')
      WHERE errors IS NULL`);
    assert.deepEqual(all.map((each) => each.team), results.map((each) => each.team));
    all.forEach((each, i) => each.assessments.forEach((a, k) => {
      const real = results[i].assessments[k];
      assert.equal(a.index, real.index);
      for (const [id, level] of Object.entries(real.parameters))
        assert.equal(Number(a.parameters[id]), level);
    }));
  });
});
