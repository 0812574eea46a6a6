// The page to answer on, as people use it: in a browser, by keyboard, offline.
// Needs PROGRAM, the path of mlops-assess; CHROMIUM is the browser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const program = process.env.PROGRAM;
if (!program) throw new Error('PROGRAM is not set');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'mlops-assess-page-'));
const in_folder = (name) => join(folder, name);
const custom = 'examples/custom-model/rubric.yaml';

const assess = (...args) => execFileSync(program, args, { cwd: root, encoding: 'utf8' });

function make(name, ...args) {
  const path = in_folder(name);
  assess('init', '-q', '--force', '-o', path, ...args);
  return path;
}

/// A sheet's file after `validate --strict` took it.
function valid(path, ...args) {
  const { status, stdout } = spawnSync(program, ['validate', '--strict', path, ...args],
    { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
  return path;
}

/// The JSON report without the places that a sheet's layout decides.
function score(path, ...args) {
  return JSON.parse(assess('score', '-q', '-f', 'json', path, ...args), (key, value) =>
    key === 'location' || value === path ? undefined : value);
}

/// What a report says of a practice that is to be done.
function item(report, practice) {
  const found = [];
  JSON.stringify(report, (key, value) => {
    if (value?.practice === practice && 'note' in value) found.push(value);
    return value;
  });
  assert.ok(found.length > 0, `${practice} is not to be done`);
  return found[0];
}

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/// A page in a browser without history; `page.told` lists errors and requests for other things.
async function open(path, { width = 1280, height = 900, scheme = 'light' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const url = pathToFileURL(path).href;
  page.told = [];
  page.on('pageerror', (error) => page.told.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:')) page.told.push(request.url());
  });
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(url);
  return page;
}

async function close(page) {
  assert.deepEqual(page.told, []);
  await page.context().close();
}

/// What the page saves, in a file.
async function save(page, name, press = () => page.locator('.bar .save').click()) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  assert.equal(download.suggestedFilename(), 'answers.yaml');
  const path = in_folder(name);
  await download.saveAs(path);
  return path;
}

async function open_sheet(page, text, name = 'answers.yaml') {
  await page.setInputFiles('#file', { name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
  await page.waitForFunction(() => !document.getElementById('opened').hidden
    && document.getElementById('file').value === '');
  return page.locator('#opened').innerText();
}

const practice = (page, id) => page.locator(`[data-practice="${id}"]`);
const choose = (page, id, word) => practice(page, id).locator(`input[value="${word}"]`).check();
async function axe_faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

const unfold = (page) => page.evaluate(() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
});

describe('what the page is', () => {
  const pages = {
    'all practices': ['--team', 'Fraud detection'],
    'one level': ['--for', 'google=1'],
    'a custom model': ['--rubric', custom],
    'two catalogues': ['--rubric', custom, '--rubric', 'google'],
  };
  for (const [name, args] of Object.entries(pages)) {
    const path = make(`${name}.html`, ...args);

    it(`right HTML: ${name}`, async () => {
      const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
      const { results } = await validator.validateString(readFileSync(path, 'utf8'));
      assert.deepEqual(results.flatMap(({ messages }) => messages), []);
    });

    for (const [width, scheme] of [[1280, 'light'], [320, 'dark']])
      it(`usable by everybody: ${name}, ${scheme}, ${width} pixels`, async () => {
        const page = await open(path, { width, scheme });
        await unfold(page);
        await page.locator('#team').fill('');
        await page.locator('.bar .save').click();
        await page.locator('.practice input[value="fully"]').first().check();
        assert.deepEqual(await axe_faults(page), []);
        await close(page);
      });

    for (const width of [1280, 768, 390, 320])
      it(`fits a window of ${width} pixels: ${name}`, async () => {
        const page = await open(path, { width });
        await page.locator('#team').fill('');
        await page.locator('.bar .save').click();
        await unfold(page);
        assert.deepEqual(await page.evaluate(misfits), []);
        await close(page);
      });
  }

  it('usable by everybody after saving and opening, dark, 1280 pixels', async () => {
    const page = await open(in_folder('a custom model.html'), { scheme: 'dark' });
    await open_sheet(page, 'team: T\ntags: {a: b}\nanswers: {rows-checked: fully}\n');
    await save(page, 'axe.yaml');
    assert.deepEqual(await axe_faults(page), []);
    await page.locator('h2').first().evaluate((each) => { each.style.color = '#555'; });
    assert.match(String(await axe_faults(page)), /color-contrast/);
    await close(page);
  });

  it('a check that can fail', async () => {
    const page = await open(in_folder('all practices.html'), { width: 320 });
    await page.evaluate(() => { document.querySelector('h1').style.width = '1px'; });
    await page.evaluate(() => { document.querySelector('#team').style.width = '400px'; });
    const found = await page.evaluate(misfits);
    assert.ok(found.includes('the page is wider than the window'));
    assert.ok(found.some((each) => each.startsWith('h1')));
    await close(page);
  });
});

/// In the page: text that leaves its box, and a page that can be moved sideways.
function misfits() {
  const found = [];
  if (document.scrollingElement.scrollWidth > window.innerWidth)
    found.push('the page is wider than the window');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest('.unseen, script, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let box = node.parentElement;
    while (getComputedStyle(box).display === 'inline') box = box.parentElement;
    const bounds = box.getBoundingClientRect();
    for (const line of range.getClientRects())
      if (line.left < bounds.left - 1 || line.right > bounds.right + 1) {
        found.push(`${box.localName}: ${node.data.trim()}`);
        break;
      }
  }
  return found;
}

describe('answering', () => {
  it('by keyboard alone, from an empty page to a file that scores like one typed by hand', async () => {
    const page = await open(make('keys.html', '--rubric', custom));
    const key = (name) => page.keyboard.press(name);
    const tab_to = async (id) => {
      for (let i = 0; i < 60; ++i) {
        if (await page.evaluate(() => document.activeElement.id) === id) return;
        await key('Tab');
      }
      assert.fail(`Tab does not reach ${id}`);
    };
    await tab_to('team');
    await page.keyboard.type('Keys only');
    await key('Alt+ArrowDown');
    const ids = await page.locator('.practice').evaluateAll((all) =>
      all.map((each) => each.dataset.practice));
    const words = {};
    const answers = ['fully', 'mostly', 'partially', 'no'];
    for (const [i, id] of ids.entries()) {
      assert.equal(await page.evaluate(() =>
        document.activeElement.closest('.practice')?.dataset.practice), id);
      words[id] = answers[i % 4];
      await key(words[id][0]);
      await key(i % 2 ? 'j' : 'Alt+ArrowDown');
    }
    // Back to the practice that may be not applicable; its note by Tab.
    const na = 'rows-checked';
    for (let i = ids.length - 1; i > ids.indexOf(na); --i) await key('k');
    await key('x');
    await tab_to(`${na}_note`);
    await page.keyboard.type('no. nothing, k j');
    assert.equal(await page.locator('#progress-words').innerText(),
      `${ids.length} of ${ids.length} answered`);
    for (let i = 0; i < 80 && !(await page.evaluate(() =>
      document.activeElement.matches('.save'))); ++i) await key('Tab');
    const saved = await save(page, 'keys.yaml', () => key('Enter'));
    words[na] = '{answer: not-applicable, note: "no. nothing, k j"}';
    const typed = in_folder('typed.yaml');
    writeFileSync(typed, `team: Keys only\nanswers:\n${ids.map((id) =>
      `  ${id}: ${words[id]}\n`).join('')}`);
    valid(saved, '--rubric', custom);
    assert.deepEqual(score(saved, '--rubric', custom), score(typed, '--rubric', custom));
    await close(page);
  });

  it('letters do nothing in text fields, and where they are turned off', async () => {
    const page = await open(make('letters.html', '--rubric', custom));
    const first = page.locator('.practice').first();
    const checked = () => first.locator('input:checked').getAttribute('value');
    await unfold(page);
    await first.locator('textarea').first().fill('');
    await first.locator('textarea').first().press('f');
    assert.equal(await checked(), 'unknown');
    await first.locator('input:checked').press('f');
    assert.equal(await checked(), 'fully');
    await page.locator('#letters').uncheck();
    await first.locator('input:checked').press('n');
    assert.equal(await checked(), 'fully');
    await close(page);
  });

  it('what is answered can be hidden, never under the focus', async () => {
    const page = await open(make('hide.html', '--rubric', custom));
    const boxes = page.locator('.practice');
    await page.locator('#open-only').check();
    await boxes.nth(0).locator('input:checked').press('f');
    assert.ok(await boxes.nth(0).isVisible());
    await page.locator('#next-open').click();
    assert.ok(await boxes.nth(0).isHidden());
    assert.ok(await boxes.nth(1).locator('input:checked').evaluate((each) =>
      each === document.activeElement));
    await close(page);
  });

  it('mistakes are told with links, and nothing is saved', async () => {
    const page = await open(make('wrong.html'));
    const downloads = [];
    page.on('download', (each) => downloads.push(each));
    await choose(page, 'data-feature-store', 'not-applicable');
    await page.locator('[data-context="use_cases"]').fill('many');
    await unfold(page);
    await page.locator('#data-versioned_note').fill('é'.repeat(8193));
    await page.locator('.bar .save').click();
    const list = page.locator('#wrong-list li');
    assert.equal(await list.count(), 4);
    await list.nth(2).locator('a').press('Enter');
    const id = await page.evaluate(() => document.activeElement.id);
    assert.ok(['data-feature-store_note', 'data-versioned_note'].includes(id), id);
    await page.locator('#team').fill('\u200b \u00a0');
    await page.locator('.bar .save').click();
    assert.match(await list.nth(0).innerText(), /needs a name/);
    await page.locator('#team').fill('T');
    await page.locator('#data-feature-store_note').fill('none here');
    await page.locator('[data-context="use_cases"]').fill(' 7 ');
    await page.locator('#data-versioned_note').fill('é'.repeat(8192));
    assert.equal(downloads.length, 0);
    valid(await save(page, 'right.yaml'));
    await close(page);
  });

  it('a sheet over the limit of a file is not saved', async () => {
    const page = await open(make('large.html', '--team', 'T'));
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('.more textarea')) each.value = 'x'.repeat(9000);
    });
    await page.locator('.bar .save').click();
    assert.match(await page.locator('#wrong-list').innerText(), /longer than 1 MiB/);
    await close(page);
  });
});

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
    assert.match(await open_sheet(page, readFileSync(path)), /is open: 1 of 97 answered/);
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
    assert.equal(await page.locator('#progress-words').innerText(), '1 of 97 answered');
    const path = valid(await save(page, 'draft.yaml'));
    assert.match(readFileSync(path, 'utf8'), /\n {2}microsoft: 3\n(?:.*\n)* {2}regulated: true\n/);
    await page.locator('#anew').click();
    await page.reload();
    assert.equal(await page.locator('#team').inputValue(), '');
    assert.equal(await page.locator('#progress-words').innerText(), '0 of 97 answered');
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
    assert.match(told, /is open: 0 of 97 answered[^]*Comments are not kept/);
    assert.equal(await page.locator('#team').inputValue(), '');
    await close(page);
  });

  it('keeps what it does not ask, and says so', async () => {
    const page = await open(make('kept.html', '--for', 'google=1'));
    const text = 'team: T\ntarget: {microsoft: 3, google: 1, other: 2}\n'
      + 'context: {regulated: true, colour: "red: \\"#\\"", spare: 12}\n'
      + 'tags: {unit: Retail, "no": "yes"}\nanswers:\n  other-practice:\n    answer: Yes\n'
      + '    evidence: one\n    note: \'it\'\'s so\'\n    source: scan\n  ci-merge-gate: no\n'
      + '  mon-central:\n    answer: fully\n    source: scan\n';
    const told = await open_sheet(page, text);
    for (const each of ['target other', 'context colour', 'unit', 'other-practice'])
      assert.ok(told.includes(`${each} is not asked here`), told);
    const saved = readFileSync(await save(page, 'kept.yaml'), 'utf8');
    for (const each of ['  other: 2\n', '  colour: "red: \\"#\\""\n', '  spare: 12\n',
      '  unit: Retail\n', '  "no": "yes"\n', '  other-practice:\n    answer: fully\n    evidence:\n'
      + '      - "one"\n    note: "it\'s so"\n    source: "scan"\n'])
      assert.ok(saved.includes(each), saved);
    await close(page);
  });

  it('an answer that a person changes has no other source any more', async () => {
    const page = await open(make('source.html', '--team', 'T'));
    await open_sheet(page, 'team: T\nanswers: {ci-merge-gate: {answer: fully, source: scan}}\n');
    assert.equal(await practice(page, 'ci-merge-gate').locator('.source').textContent(),
      'Answered by: scan');
    assert.match(readFileSync(await save(page, 's1.yaml'), 'utf8'), /\n {4}source: "scan"\n/);
    await choose(page, 'ci-merge-gate', 'mostly');
    assert.doesNotMatch(readFileSync(await save(page, 's2.yaml'), 'utf8'), /scan/);
    await close(page);
  });

  const refused = {
    'team: T\nanswers:\n  a: fully\n  a: no\n': 'line 4: the key "a" stands here a second time',
    'team: T\nanswers:\n  a: perhaps\n': 'line 3: "perhaps" is not an answer',
    'team: T\nanswers:\n  a: {answer: no, colour: red}\n': 'line 3: "colour" is not known here',
    'team: T\nanswers:\n  a: {note: x}\n': 'line 3: "a" has no "answer"',
    'team: T\nanswers:\n  a: {answer: no, note: "x}\n': 'line 3: this quote is not closed',
    'team: T\nanswers: {a: no\n': 'line 2: this bracket is not closed',
    'team: T\nanswers:\n  a:\n    answer: no\n    note: one\n      two\n': 'line 6: this line is indented deeper',
    'team: T\nanswers:\n  a:\n    answer: no\n    note: |\n      two\n': 'line 5: this way of writing',
    'team: T\nanswers:\n\ta: no\n': 'line 3: a tab indents this line',
    'team: T\nanswers:\n    a: no\n  b: no\n': 'line 4: this line is indented',
    'team: *t\nanswers: {}\n': 'line 1: this way of writing',
    'team: T: U\nanswers: {}\n': 'line 1: more follows than one value',
    'team: "T" U\nanswers: {}\n': 'line 1: more follows than one value',
    'team: "\\ud83d"\nanswers: {}\n': 'line 1: "\\ud83d" is no character',
    'team: "\\0"\nanswers: {}\n': 'line 1: "\\0" is no escape',
    'team: "\\N"\nanswers: {}\n': 'line 1: "\\N" is no escape',
    'team: \nanswers: {}\n': 'line 1: "team" needs a text',
    'team: "  "\nanswers: {}\n': 'line 1: "team" is blank',
    'team: T\ndate: 2026-02-30\nanswers: {}\n': 'line 2: "2026-02-30" is not a date',
    'team: T\nschema: mlops-assess/answers/2\nanswers: {}\n': 'line 2: this is not mlops-assess/answers/1',
    'team: T\ncolour: red\nanswers: {}\n': 'line 2: "colour" is not known here',
    'team: T\nanswers: []\n': 'line 2: "answers" needs practices with answers',
    'team: T\n': 'line 1: there is no "answers"',
    '---\nteam: T\nanswers: {}\n': 'line 1: a key and a colon are expected here',
    'team: T\x07\nanswers: {}\n': 'line 1: a control character stands in this line',
    '- a\n': 'line 1: this is no answer sheet',
    '# nothing\n': 'line 1: the file says nothing',
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

  it('takes only what the program reads as the same', async () => {
    const page = await open(make('same.html', '--team', 'T'));
    const texts = ['plain text', '"a\\tb\\x41\\u00e9\\U0001F600\\n"', "'it''s'", 'a#b', 'a # b',
      'http://x.example/?a=b#c', 'x  y  ', 'a, b', 'a]b', '12', 'true', '-x', '?x', ':x', 'a"b"c',
      '"a\\/b"', '"a\\ b"', '"\\e\\a\\b\\f\\v\\r"'];
    for (const text of texts) {
      const sheet = `team: T\nanswers:\n  data-versioned:\n    answer: no\n    note: ${text}\n`;
      const path = in_folder('same.yaml');
      writeFileSync(path, sheet);
      const wanted = item(score(path), 'data-versioned').note;
      await open_sheet(page, sheet);
      const saved = await save(page, 'same-saved.yaml');
      const got = item(score(saved), 'data-versioned').note;
      assert.equal(got, wanted, text);
    }
    await close(page);
  });
});

describe('the policy of the page', () => {
  it('blocks what was injected: style, script, remote image and form', async () => {
    const heard = [];
    const server = createServer((request, answer) => { heard.push(request.url); answer.end(); });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    const page = await open(make('policy.html'));
    const { blocked, effects } = await page.evaluate(async (host) => {
      const directives = new Set();
      document.addEventListener('securitypolicyviolation', (event) =>
        directives.add(event.effectiveDirective));
      const probe = document.createElement('div');
      probe.innerHTML = '<p id="probe" style="color: rgb(1, 2, 3)" onclick="window.got_in = 1">x</p>'
        + '<style>#probe { background: rgb(4, 5, 6) }</style>'
        + `<img alt="" src="${host}/image"><iframe src="${host}/frame"></iframe>`;
      document.body.append(probe);
      document.getElementById('probe').click();
      const script = document.createElement('script');
      script.textContent = 'window.got_in = 1';
      const form = document.createElement('form');
      form.action = `${host}/form`;
      document.body.append(script, form);
      form.submit();
      await fetch(`${host}/fetch`).catch(() => {});
      await new Promise((done) => setTimeout(done, 300));
      const style = getComputedStyle(document.getElementById('probe'));
      return {
        blocked: [...directives].sort(),
        effects: [style.color === 'rgb(1, 2, 3)', style.backgroundColor === 'rgb(4, 5, 6)',
          window.got_in !== undefined],
      };
    }, `http://127.0.0.1:${server.address().port}`);
    server.close();
    assert.deepEqual(effects, [false, false, false]);
    assert.deepEqual(blocked, ['connect-src', 'form-action', 'frame-src', 'img-src',
      'script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem']);
    assert.deepEqual(heard, []);
    await page.context().close();
  });
});
