// Formats for other programs: each is read by what reads it in practice, and the same reader refuses
// a broken one.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { report, reported, run, temporary_file } from './support.mjs';

const here = dirname(fileURLToPath(import.meta.url));

function each_report(format, ending, check) {
  for (const [name, args] of Object.entries(reported))
    it(`reads ${name}`, () => {
      const text = report(format, ...args);
      check(temporary_file(`report${ending}`, text), text);
    });
}

describe('CSV, read by Python', () => {
  const read = (path) => run('python3', [join(here, 'read_csv.py'), path]);

  each_report('csv', '.csv', (path, text) => {
    const { status, out, err } = read(path);
    assert.equal(status, 0, err);
    const rows = JSON.parse(out);
    assert.ok(rows.length > 3);
    assert.equal(rows[0][0], 'team');
    assert.equal(text.split('\r\n').length, rows.length + 1);
    for (const row of rows) for (const field of row) assert.doesNotMatch(field, /^\s*[=+@-]/);
  });

  it('refuses a broken one', () => {
    const text = report('csv', 'examples/startup.yaml');
    assert.notEqual(read(temporary_file('a.csv', `${text}"open`)).status, 0);
    assert.notEqual(read(temporary_file('a.csv', `${text}one,field,more\r\n`)).status, 0);
  });
});

describe('NDJSON', () => {
  each_report('ndjson', '.ndjson', (path, text) => {
    const rows = text.trimEnd().split('\n').map((line) => JSON.parse(line));
    const keys = Object.keys(rows[0]).join();
    for (const row of rows) {
      assert.equal(Object.keys(row).join(), keys);
      assert.match(row.kind, /^(requirement|recommendation|must-have|other)$/);
      assert.equal(typeof row.level === 'number', row.rubric !== null);
      assert.ok(Array.isArray(row.evidence));
      assert.ok(row.met === null || typeof row.met === 'boolean');
    }
  });
});

describe('JUnit, checked by xmllint', () => {
  const check = (path) => run('xmllint',
    ['--nonet', '--noout', '--schema', join(here, 'junit.xsd'), path]);

  each_report('junit', '.xml', (path) => {
    const { status, err } = check(path);
    assert.equal(status, 0, err);
  });

  const broken = {
    'a case twice': (text) => text.replace(/(<testcase [^>]*\/>)/, '$1$1'),
    'a case without a class': (text) => text.replace(/ classname="[^"]*"/, ''),
    'a raw control character': (text) => text.replace('<testsuite ', '\u0001<testsuite '),
    'a file at a case': (text) => text.replace('<testcase ', '<testcase file="a" '),
    'an open element': (text) => text.replace('</testsuite>', ''),
  };
  for (const [name, breaking] of Object.entries(broken))
    it(`refuses ${name}`, () => {
      const text = report('junit', 'examples/startup.yaml');
      assert.notEqual(breaking(text), text);
      assert.notEqual(check(temporary_file('a.xml', breaking(text))).status, 0);
    });
});

describe('JUnit, read by Ruby as GitLab does', () => {
  const read = (path) => run('ruby', [join(here, 'read_junit.rb'), path]);
  const list = (value) => (Array.isArray(value) ? value : [value]);

  each_report('junit', '.xml', (path, text) => {
    const { status, out, err } = read(path);
    assert.equal(status, 0, err);
    const { testsuites } = JSON.parse(out);
    const suites = list(testsuites.testsuite);
    const cases = suites.flatMap((suite) => list(suite.testcase));
    assert.equal(cases.length, Number(testsuites.tests));
    const failures = cases.filter((test) => 'failure' in test);
    assert.equal(failures.length, Number(testsuites.failures));
    // The message must not be lost with the attribute that holds it.
    for (const { failure } of failures)
      assert.match(JSON.stringify(failure), /answered [^;]*; |required: /);
    assert.equal(failures.length > 0, text.includes('name="gates"'));
    for (const suite of suites)
      assert.equal(list(suite.testcase).filter((test) => 'skipped' in test).length,
        Number(suite.skipped));
    assert.ok(text.includes('<testcase '));
  });

  it('refuses a broken one', () => {
    const text = report('junit', 'examples/startup.yaml').replace('</testsuites>', '');
    assert.notEqual(read(temporary_file('a.xml', text)).status, 0);
  });
});

describe('SARIF', () => {
  const from_multitool = createRequire(import.meta.resolve('@microsoft/sarif-multitool'));
  const tools = dirname(from_multitool.resolve('@microsoft/sarif-multitool-linux/package.json'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const right = ajv.compile(JSON.parse(readFileSync(join(tools, 'sarif-2.1.0.json'), 'utf8')));

  /// The rules that the Multitool finds broken. It exits with 0 whatever it finds.
  const validate = (text) => {
    const program = join(tools, 'Sarif.Multitool');
    chmodSync(program, 0o755);
    const output = temporary_file('found.sarif', '');
    const path = temporary_file('report.sarif', text);
    const done = run(program, ['validate', path, '--rule-kind', 'Sarif;Ghas', '--output', output,
      '--log', 'ForceOverwrite']);
    assert.equal(done.status, 0, done.out + done.err);
    const { results } = JSON.parse(readFileSync(output, 'utf8')).runs[0];
    return results.map(({ ruleId, level, message, locations }) =>
      `${level} ${ruleId} ${JSON.stringify(message.arguments)} ${JSON.stringify(
        locations[0].physicalLocation.region)}`);
  };

  each_report('sarif', '.sarif', (path, text) => {
    const document = JSON.parse(text);
    assert.ok(right(document), JSON.stringify(right.errors));
    // The tool has no public address to name.
    assert.deepEqual(validate(text).filter((found) => !found.includes('SARIF2005')), []);
    const categories = document.runs.map((each) => each.automationDetails.id);
    assert.equal(new Set(categories).size, categories.length);
    for (const { results, tool } of document.runs) {
      // Of a run either every result says whether it is suppressed, or none does.
      assert.equal(new Set(results.map((each) => 'suppressions' in each)).size <= 1, true);
      const prints = results.map((each) => each.partialFingerprints.primaryLocationLineHash);
      assert.equal(new Set(prints).size, prints.length);
      for (const rule of tool.driver.rules) {
        assert.ok(rule.shortDescription.text.length <= 1024);
        assert.ok(rule.fullDescription.text.length <= 1024);
        assert.ok(rule.properties.tags.length <= 20);
      }
    }
  });

  const broken = (change) => {
    const document = JSON.parse(report('sarif', 'examples/retail-credit.yaml'));
    change(document.runs[0]);
    return document;
  };

  it('refuses a broken one: schema', () => {
    assert.ok(!right(broken((each) => { each.columnKind = 'bytes'; })));
    assert.ok(!right(broken((each) => { delete each.tool.driver.name; })));
  });

  const mistakes = {
    'a result without a place': [/^error GH1015/, (each) => { each.results[0].locations = []; }],
    'a rule without help': [/^error GH/, (each) => { delete each.tool.driver.rules[0].help; }],
    'an end before its start': [/^error SARIF1007/, (each) => {
      each.results[0].locations[0].physicalLocation.region.endColumn = 1;
      each.results[0].locations[0].physicalLocation.region.startColumn = 5;
    }],
    'a rule that is not there': [/^error SARIF1009/, (each) => {
      each.results[0].ruleIndex = 1000;
    }],
  };
  for (const [name, [expected, change]] of Object.entries(mistakes))
    it(`refuses ${name}`, () => {
      assert.ok(validate(JSON.stringify(broken(change))).some((found) => expected.test(found)));
    });
});

describe('badges', () => {
  each_report('badge', '.svg', (path) => {
    const { status, err } = run('xmllint', ['--nonet', '--noout', path]);
    assert.equal(status, 0, err);
  });

  it('shields.io gets what it asks for', () => {
    const badge = JSON.parse(report('badge-json', 'examples/retail-credit.yaml'));
    assert.equal(badge.schemaVersion, 1);
    assert.equal(badge.label, 'MLOps maturity');
    assert.match(badge.message, /^Microsoft \d(–\d)? of 4 · Google (\d(–\d)? of 2|\d+ of \d+ to level 1)$/);
    assert.match(badge.color, /^#[0-9a-f]{6}$/);
  });
});
