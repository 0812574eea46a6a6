// What the page to answer on keeps: free text, drafts, and sheets that are saved and opened.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  assess, choose, close, in_folder, item, make, open, open_sheet, practice, root,
  save, score, today, unfold, valid,
} from './page_support.mjs';

describe('free text', () => {
  const hostile = [
    '<script>window.got_in = 1</script><img src=x onerror="window.got_in = 1">',
    ' leading: blanks # and "quotes" \\ \'single\' ',
    '--- !!str &a *b {c: d} [e] %f @g `h` | > ~ null true ::error::x',
    'tab\there, line\nend, bell \x07, escape \x1b[31m, delete \x7f, next line \x85',
    'right \u202e to left \u2066 mark \u200f, joined \u200d, bom \ufeff, no \ufffe\uffff character',
    'separators \u2028\u2029, wide 漢字, emoji 😀, composed é and e\u0301',
    '{{team}} ]]> --> &amp; &#60;',
  ];

  it('is inert, and comes through byte for byte', async () => {
    const page = await open(make('hostile.html'));
    const team = hostile[0] + hostile[4];
    await page.evaluate(() => {
      const probe = (event) => { window.got_in = event.type; };
      window.addEventListener('message', probe);
    });
    await page.locator('#team').fill(team);
    await unfold(page);
    await choose(page, 'data-versioned', 'partially');
    await page.locator('#data-versioned_note').fill(hostile.join('\n\n'));
    await page.locator('#data-versioned_evidence')
      .fill(hostile.map((each) => each.replace(/\n/g, ' ')).join('\n'));
    await page.locator('#data-versioned_owner').fill(hostile[2]);
    await page.locator('#data-versioned_date').fill('2024-02-29');
    const path = valid(await save(page, 'hostile.yaml'));
    const said = item(score(path), 'data-versioned');
    assert.equal(score(path).team, team);
    assert.equal(said.note, hostile.join('\n\n'));
    assert.deepEqual(said.evidence, hostile.map((each) => each.replace(/\n/g, ' ')));
    assert.equal(said.owner, hostile[2]);
    assert.match(readFileSync(path, 'utf8'), /\n {4}date: 2024-02-29\n/);
    assert.equal(await page.evaluate(() => window.got_in), undefined);

    // Saved, opened and saved again it is the same.
    await page.locator('#anew').click();
    assert.equal(await page.locator('#team').inputValue(), '');
    assert.match(await open_sheet(page, readFileSync(path)), /is open: 1 of 106 answered/);
    const again = await save(page, 'again.yaml');
    assert.equal(readFileSync(again, 'utf8'), readFileSync(path, 'utf8'));
    await close(page);
  });

  it('that no file can hold is replaced where one sees it', async () => {
    const page = await open(make('halves.html', '--team', 'T'));
    await unfold(page);
    await page.evaluate(() => {
      document.getElementById('data-versioned_note').value = 'half \ud83d zero \0 end';
    });
    await save(page, 'halves.yaml');
    assert.equal(await page.locator('#data-versioned_note').inputValue(),
      'half \ufffd zero \ufffd end');
    await close(page);
  });
});

describe('drafts', () => {
  it('survive a reload, and end with a new beginning', async () => {
    const page = await open(make('draft.html'));
    await page.locator('#team').fill('Draft');
    await choose(page, 'ci-merge-gate', 'partially');
    await page.locator('[data-context="regulated"] input[value="true"]').check();
    await page.locator('[data-target="microsoft"]').selectOption('3');
    await page.reload();
    assert.equal(await page.locator('#team').inputValue(), 'Draft');
    assert.equal(await practice(page, 'ci-merge-gate').locator('input:checked')
      .getAttribute('value'), 'partially');
    assert.equal(await page.locator('#progress-words').innerText(), '1 of 106 answered');
    const path = valid(await save(page, 'draft.yaml'));
    assert.match(readFileSync(path, 'utf8'), /\n {2}microsoft: 3\n(?:.*\n)* {2}regulated: true\n/);
    await page.locator('#anew').click();
    await page.reload();
    assert.equal(await page.locator('#team').inputValue(), '');
    assert.equal(await page.locator('#progress-words').innerText(), '0 of 106 answered');
    await close(page);
  });

  it('keep the dates that were set by hand', async () => {
    const page = await open(make('draft-dates.html'));
    await page.locator('#team').fill('Dates');
    await unfold(page);
    await choose(page, 'ci-package', 'no');
    await page.locator('#ci-package_date').fill('2026-11-01');
    await choose(page, 'cd-rollback', 'no');
    await page.locator('#date').fill('2026-11-02');
    await page.reload();
    await unfold(page);
    // Whatever is changed afterwards: only what nobody dated is of today.
    await choose(page, 'ci-package', 'fully');
    await choose(page, 'cd-rollback', 'mostly');
    const report = score(valid(await save(page, 'draft-dates.yaml')));
    const said = (id) => report.answers_given.find((each) => each.practice === id).date;
    assert.deepEqual([report.date, said('ci-package'), said('cd-rollback')],
      ['2026-11-02', '2026-11-01', today]);
    await close(page);
  });

  it('that are broken do no harm, and a browser without them is told', async () => {
    const page = await open(make('broken.html', '--team', 'Made'));
    await page.locator('#team').fill('x');
    await page.reload();
    await page.evaluate(() => {
      localStorage.setItem(Object.keys(localStorage)[0], '{"sheet":{"team":"Half"}}');
    });
    await page.reload();
    assert.equal(await page.locator('#team').inputValue(), 'Made');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } }));
    await page.reload();
    assert.match(await page.locator('#draft-state').innerText(), /keeps no draft/);
    await choose(page, 'ci-merge-gate', 'no');
    valid(await save(page, 'no-drafts.yaml'));
    await close(page);
  });

  it('are not lost by closing the window unawares', async () => {
    const page = await open(make('leave.html'));
    const asked = [];
    page.on('dialog', (dialog) => asked.push(dialog.type()));
    await page.reload();
    assert.deepEqual(asked, []);
    await page.locator('#team').press('T');
    await page.reload();
    assert.deepEqual(asked, ['beforeunload']);
    await close(page);
  });
});

describe('opening', () => {
  const examples = ['first-attempt', 'retail-credit', 'realtime-ranking', 'startup', 'notebooks'];
  for (const name of examples)
    it(`examples/${name}.yaml, saved again, scores the same`, async () => {
      const page = await open(make('open.html'));
      const sheet = join(root, 'examples', `${name}.yaml`);
      await open_sheet(page, readFileSync(sheet));
      const path = valid(await save(page, `${name}.yaml`));
      const before_page = in_folder('before.yaml');
      writeFileSync(before_page, readFileSync(sheet));
      assert.deepEqual(score(path), score(before_page));
      await close(page);
    });

  it('the questionnaire that init writes as YAML', async () => {
    const page = await open(make('yaml.html'));
    const told = await open_sheet(page, assess('init', '-o', '-'));
    assert.match(told, /is open: 0 of 106 answered[^]*Comments are not kept/);
    assert.equal(await page.locator('#team').inputValue(), '');
    await close(page);
  });

  it('keeps what it does not ask, and says so', async () => {
    const page = await open(make('kept.html', '--for', 'google=1'));
    const text = 'team: T\ntarget: {microsoft: 3, google: 1, other: 2}\n'
      + 'context: {regulated: true, colour: "red: \\"#\\"", spare: 12}\n'
      + 'tags: {unit: Retail, "no": "yes"}\nassessed_by: [Ana, "Risk: two"]\n'
      + 'scope: All but one\nsummary: "Two\\nlines"\nanswers:\n  other-practice:\n    answer: Yes\n'
      + '    evidence: one\n    note: \'it\'\'s so\'\n    source: scan\n  ci-merge-gate: {answer: no, confirmed_by: Audit, due: 2027-01-31}\n'
      + '  mon-central:\n    answer: fully\n    source: scan\n';
    const told = await open_sheet(page, text);
    for (const each of ['target other', 'context colour', 'unit', 'other-practice'])
      assert.ok(told.includes(`${each} is not asked here`), told);
    const saved = readFileSync(await save(page, 'kept.yaml'), 'utf8');
    for (const each of ['  other: 2\n', '  colour: "red: \\"#\\""\n', '  spare: 12\n',
      '  unit: Retail\n', '  "no": "yes"\n', 'assessed_by:\n  - "Ana"\n  - "Risk: two"\n',
      'scope: "All but one"\nsummary: "Two\\nlines"\n',
      '  ci-merge-gate:\n    answer: no\n    confirmed_by: "Audit"\n    due: 2027-01-31\n',
      '  other-practice:\n    answer: fully\n    evidence:\n'
      + '      - "one"\n    note: "it\'s so"\n    source: "scan"\n'])
      assert.ok(saved.includes(each), saved);
    await close(page);
  });

  it('an answer that a person changes has no other source any more', async () => {
    const page = await open(make('source.html', '--team', 'T'));
    await open_sheet(page, 'team: T\nanswers: {ci-merge-gate: {answer: fully, source: scan, '
      + 'confirmed_by: scan office}}\n');
    assert.equal(await practice(page, 'ci-merge-gate').locator('.source').textContent(),
      'Answered by: scan');
    assert.match(readFileSync(await save(page, 's1.yaml'), 'utf8'), /\n {4}source: "scan"\n/);
    await choose(page, 'ci-merge-gate', 'mostly');
    assert.doesNotMatch(readFileSync(await save(page, 's2.yaml'), 'utf8'), /"scan/);
    await close(page);
  });

  const refused = {
    'team: T\nanswers:\n  a: fully\n  a: no\n': 'line 4: the key "a" stands here a second time',
    'team: T\nanswers:\n  a: perhaps\n': 'line 3: "perhaps" is not an answer',
    'team: T\nanswers:\n  a: {answer: no, colour: red}\n': 'line 3: "colour" is not known here',
    'team: T\nanswers:\n  a: {note: x}\n': 'line 3: "a" has no "answer"',
    'team: T\nanswers:\n  a: {answer: no, note: "x}\n': 'line 3: this quote is never closed',
    'team: T\nanswers:\n  a:\n    answer: no\n    note: "x\n  b: no\n    y"\n':
      'line 5: the text in this quote runs on into a line that is not indented below it',
    'team: T\nanswers: {a: no\n': 'line 2: this bracket is never closed',
    'team: T\nanswers: {a: no,\nb: no}\n': 'line 3: this line stands inside brackets',
    'team: T\nanswers: {a: no b: no}\n': 'line 2: a comma or a closing bracket is expected',
    'team: T\nanswers: {a: [x, , y]}\n': 'line 2: an item is missing here',
    'team: T\nanswers:\n  a:\n    answer: no\n    note: one # c\n      two\n': 'line 6: this line is indented deeper',
    'team: T\nanswers:\n  a:\n    answer: no\n    note: |-+\n      two\n': 'line 5: this way of writing',
    'team: T\nanswers:\n  a:\n    answer: no\n    note: one\n      two: three\n': 'line 6: more follows than one value',
    'team: T\nanswers:\n\ta: no\n': 'line 3: a tab indents this line',
    'team: T\nanswers:\n    a: no\n  b: no\n': 'line 4: this line is indented',
    'team: *t\nanswers: {}\n': 'line 1: this way of writing',
    'team: &t T\nanswers: {}\n': 'line 1: this way of writing',
    'team: !!str T\nanswers: {}\n': 'line 1: this way of writing',
    'team: T\ntags: {<<: x}\nanswers: {}\n': 'line 2: merge keys',
    'team: T: U\nanswers: {}\n': 'line 1: more follows than one value',
    'team: "T" U\nanswers: {}\n': 'line 1: more follows than one value',
    'team: "\\ud83d"\nanswers: {}\n': 'line 1: "\\ud83d" is no character',
    'team: "\\0"\nanswers: {}\n': 'line 1: "\\0" is no escape',
    'team: "\\N"\nanswers: {}\n': 'line 1: "\\N" is no escape',
    'team: \nanswers: {}\n': 'line 1: "team" needs a text',
    'team: "  "\nanswers: {}\n': 'line 1: "team" is blank',
    'team: |\n\nanswers: {}\n': 'line 1: "team" is blank',
    'team: T\ndate: 2026-02-30\nanswers: {}\n': 'line 2: "2026-02-30" is not a date',
    'team: T\nschema: mlops-assess/answers/2\nanswers: {}\n': 'line 2: this is not mlops-assess/answers/1',
    'team: T\ncolour: red\nanswers: {}\n': 'line 2: "colour" is not known here',
    'team: T\nanswers: []\n': 'line 2: "answers" needs practices with answers',
    'team: T\n': 'line 1: there is no "answers"',
    '---\nteam: T\nanswers: {}\n---\nteam: U\n': 'line 4: a key and a colon are expected here',
    '{"team": "T", "answers": {}}\nx: y\n': 'line 2: the sheet has ended above',
    'team: T\x07\nanswers: {}\n': 'line 1: a control character stands in this line',
    '- a\n': 'line 1: this is no answer sheet',
    '# nothing\n': 'line 1: the file says nothing',
    'team: T\nanswers:\n  a: {answer: no, note\u00a0: x}\n': 'line 3: "note\u00a0" is not known here',
    'team: T\nanswers:\n  a\ufeff: no\n': 'line 3: a control character stands in this line',
    'team: T\n\u00a0\nanswers: {}\n': 'line 2: a key and a colon are expected here',
    'team: "T"\u00a0# x\nanswers: {}\n': 'line 1: more follows than one value',
    'team: T\nanswers:\n  a: un\u212anown\n': 'line 3: "un\u212anown" is not an answer',
    'team: T\nanswers: {Null: no}\n': 'line 2: the key is null',
    'team: T\ntags: {"\u2060": b}\nanswers: {}\n': 'line 2: this key is blank',
    'team: T\ntags: {? a: b}\nanswers: {}\n': 'line 2: a key and a colon are expected here',
    'team: T\ntags:\n  a:\tb: c\nanswers: {}\n': 'line 3: more follows than one value',
    [`team: T\ntags: {${'k'.repeat(1025)}: b}\nanswers: {}\n`]: 'line 2: this key is too long',
    [`team: T\nanswers: {a: ${'['.repeat(40)}`]: 'line 2: brackets are nested too deep',
  };
  it('refuses all that it does not understand, with its line, and changes nothing', async () => {
    const page = await open(make('refuse.html', '--team', 'Before'));
    for (const [text, reason] of Object.entries(refused)) {
      const told = await open_sheet(page, text);
      assert.ok(told.includes('nothing was changed') && told.includes(reason), `${text}\n${told}`);
      assert.equal(await page.locator('#team').inputValue(), 'Before');
    }
    assert.match(await open_sheet(page, Buffer.from([0x74, 0xff])), /no readable UTF-8/);
    assert.match(await open_sheet(page, ' '.repeat((1 << 20) + 1)), /larger than 1 MiB/);
    await close(page);
  });

  it('tells what a field cannot hold', async () => {
    const page = await open(make('cannot.html'));
    const told = await open_sheet(page, 'team: "T\\nU"\ncontext: {criticality: awful}\n'
      + 'target: {google: 7}\nanswers:\n  ci-merge-gate: {answer: no, note: "a\\rb"}\n'
      + '  ci-ml-code: {answer: no, evidence: ["a\\nb"]}\n'
      + '  people-dev-support: {answer: n/a, note: gone}\n');
    for (const each of ['context criticality: "awful" is no choice here, so none is chosen now',
      'target google: "7" is no choice here, so none is chosen now',
      'people-dev-support applies to every team: "not-applicable" is unknown now'])
      assert.ok(told.includes(each), told);
    assert.equal(await page.locator('#people-dev-support_note').inputValue(), 'gone');
    // What nobody edits comes through, though a field shows it in another way.
    const saved = readFileSync(await save(page, 'cannot.yaml'), 'utf8');
    for (const each of ['team: "T\\nU"', 'note: "a\\x0db"', '- "a\\nb"'])
      assert.ok(saved.includes(each), saved);
    await close(page);
  });

  it('ends a key where the program ends it', async () => {
    const page = await open(make('keys.html', '--team', 'T'));
    for (const blank of ['\u00a0', '\u3000', '\u2003']) {
      const key = `data-versioned${blank}`;
      const told = await open_sheet(page, `team: T\nanswers:\n  ${key}: fully\n`);
      assert.ok(told.includes(`${key} is not asked here`), told);
      assert.match(told, /is open: 0 of 106 answered/);
    }
    for (const blank of [' ', '\t', ' \t '])
      assert.match(await open_sheet(page, `team: T\nanswers:\n  data-versioned${blank}:\tfully\n`),
        /is open: 1 of 106 answered/);
    await close(page);
  });

  it('takes only what the program reads as the same', async () => {
    const page = await open(make('same.html', '--team', 'T'));
    const texts = ['plain text', '"a\\tb\\x41\\u00e9\\U0001F600\\n"', "'it''s'", 'a#b', 'a # b',
      'http://x.example/?a=b#c', 'x  y  ', 'a, b', 'a]b', '12', 'true', '-x', '?x', ':x', 'a"b"c',
      '"a\\/b"', '"a\\ b"', '"\\e\\a\\b\\f\\v"', '"\\ud83d\\ude00\\\\ud83d"', 'nUll', 'x?',
      'a\u00a0b', '\u00a0b\u3000', 'a\u00a0# b', 'a:\u00a0b', '#'.padStart(3, '\u3000'), '-\u00a0x',
      '?\u00a0x'];
    const inFlow = ['Who?', 'x ? y', '?x', ':x', 'a\u00a0b', '\u00a0b\u3000', 'a\u00a0#b', 'a:\u00a0b',
      'https://x/?a=b', '"\\ud83d\\ude00"'];
    const below = ['one\n      two\n\n      three', '|\n      one\n       two # x\n\n      three',
      '>-\n      one\n      two\n\n       deeper\n      three', '|2+\n        x\n\n',
      '"one\n      two\\\n      three\n\n      four"', "'one\n\n      it''s'", '"a\n\n\n      "', '# c\n      late'];
    const sheets = [...texts, ...below].map(text => [text, `\n    answer: no\n    note: ${text}\n`])
      .concat(inFlow.map(text => [text, ` {answer: no, note: ${text}}\n`]))
      .concat([['over lines', ' {answer: no, # c\n    note: one\n     two,\n    }\n'],
        ['JSON', ' {"answer":"no","note":"\\u00e9 x"}\n']]);
    for (const [text, answer] of sheets) {
      const sheet = `team: T\nanswers:\n  data-versioned:${answer}`;
      const path = in_folder('same.yaml');
      writeFileSync(path, sheet);
      const wanted = item(score(path), 'data-versioned').note;
      assert.match(await open_sheet(page, sheet), /is open/, text);
      const saved = await save(page, 'same-saved.yaml');
      const got = item(score(saved), 'data-versioned').note;
      assert.equal(got, wanted, text);
    }
    await close(page);
  });
});

describe('facts that are not known', () => {
  it('stay so until somebody states them', async () => {
    const page = await open(make('unknown.html', '--team', 'T'));
    const sheet = 'team: T\ncontext:\n  purpose: ~\n  regulated:\n  pipelines: null\nanswers: {}\n';
    await open_sheet(page, Buffer.from(sheet));
    const path = valid(await save(page, 'unknown.yaml'));
    for (const fact of ['purpose', 'regulated', 'pipelines'])
      assert.match(readFileSync(path, 'utf8'), new RegExp(`\\n  ${fact}: ~\\n`));
    await page.locator('[data-context=purpose]').selectOption('production');
    const stated = readFileSync(valid(await save(page, 'stated.yaml')), 'utf8');
    assert.match(stated, /\n {2}purpose: "?production"?\n/);
    assert.doesNotMatch(stated, /purpose: ~/);
    assert.match(stated, /\n {2}pipelines: ~\n/);
    await close(page);
  });
});
