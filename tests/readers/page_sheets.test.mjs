// The sheets that the page to answer on saves: their names, their dates, and nothing lost of those
// that it opens.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  choose, close, in_folder, make, open, open_sheet, save, score, today, unfold, valid,
} from './page_support.mjs';

describe('the file', () => {
  it('is named by the team, and the page says what to do with it', async () => {
    const page = await open(make('named.html', '--for', 'google=1'));
    const names = {
      'Fraud detection': 'fraud-detection.yaml', ' R&D / Größe (2)': 'r-d-gr-e-2.yaml',
      '漢字': 'answers.yaml', 'ÀÉ': 'answers.yaml', '../../etc': 'etc.yaml',
    };
    for (const [team, name] of Object.entries(names)) {
      await page.locator('#team').fill(team);
      const [download] = await Promise.all([page.waitForEvent('download'),
        page.locator('.bar .save').click()]);
      assert.equal(download.suggestedFilename(), name);
      const told = await page.locator('#saved').innerText();
      assert.ok(told.includes(`The file ${name} is where`), told);
      assert.match(told, /Send it to whoever asked you for it/);
      assert.ok(told.includes(`mlops-assess score ${name} --rubric google`), told);
    }
    await close(page);
  });

  it('is dated, and each answer in it that was given or changed', async () => {
    const page = await open(make('dated.html'));
    await open_sheet(page, 'team: T\ndate: 2026-08-01\nanswers:\n'
      + '  ci-package: {answer: no, date: 2026-07-01, note: kept}\n  ci-ml-code: mostly\n'
      + '  data-versioned: {answer: fully, date: 2026-07-02, confirmed_by: Audit, due: 2027-01-01}\n'
      + '  cd-rollback: {answer: no, date: 2026-07-03}\n  people-roles-known: {answer: no, date: 2026-07-04}\n'
      + '  data-auto-gather: {answer: no, date: 2026-07-05}\n');
    const unchanged = readFileSync(await save(page, 'unchanged.yaml'), 'utf8');
    assert.match(unchanged, /\ndate: 2026-08-01\n/);
    assert.ok(!unchanged.includes(today), unchanged);
    await unfold(page);
    await choose(page, 'data-versioned', 'mostly');
    await choose(page, 'cd-rollback', 'partially');
    await choose(page, 'cd-rollback', 'no');
    await page.locator('#people-roles-known_note').fill('new');
    await choose(page, 'data-auto-gather', 'fully');
    await page.locator('#data-auto-gather_date').fill('2026-11-01');
    await page.locator('#data-auto-gather_note').fill('by hand');
    const saved = valid(await save(page, 'dated.yaml'));
    const text = readFileSync(saved, 'utf8');
    const said = (id) => score(saved).answers_given.find((each) => each.practice === id);
    assert.equal(score(saved).date, today);
    const dates = {
      'ci-package': '2026-07-01', 'ci-ml-code': null, 'data-versioned': today,
      'cd-rollback': '2026-07-03', 'people-roles-known': today, 'data-auto-gather': '2026-11-01',
    };
    for (const [id, date] of Object.entries(dates)) assert.equal(said(id).date, date, id);
    // Who checked the old answer did not check the new one; the plan to close the gap stays.
    assert.deepEqual([said('data-versioned').confirmed_by, said('data-versioned').due],
      [null, '2027-01-01']);
    // A date of one's own stands.
    await page.locator('#date').fill('2026-11-02');
    await choose(page, 'ci-ml-code', 'fully');
    assert.match(readFileSync(await save(page, 'own.yaml'), 'utf8'), /\ndate: 2026-11-02\n/);
    assert.ok(text.includes(`date: ${today}`));
    await close(page);
  });

  it('a page that nobody answered has no date', async () => {
    const page = await open(make('empty.html', '--team', 'T'));
    assert.ok(!readFileSync(await save(page, 'empty.yaml'), 'utf8').includes('date:'));
    await choose(page, 'ci-package', 'fully');
    await choose(page, 'ci-package', 'unknown');
    assert.ok(!readFileSync(await save(page, 'empty.yaml'), 'utf8').includes('date:'));
    await close(page);
  });
});

it('facts are asked in groups with headings', async () => {
  const page = await open(make('groups.html'));
  const groups = await page.evaluate(() => {
    const found = {};
    let name = '';
    for (const node of document.querySelectorAll('#team-part h3, #team-part [data-context]'))
      if (node.localName === 'h3') found[name = node.textContent] = 0;
      else found[name] += 1;
    return found;
  });
  assert.deepEqual(groups, {
    'What the team does': 2, 'What is live': 6, 'How often things change': 4,
    'What is at stake': 3, 'What you aim at': 0,
  });
  await close(page);
});

// ---- Random sheets in every form that people write ----

const seed = 20261120;

function random_numbers(state) {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = ['plain', 'two words', 'a: b', '# no comment', 'x#y', "it's", '"quoted"', '\\n', '-',
  '[a, b]', '{c}', '| > & * !', '= + @ %', 'Größe', '漢字 🚀', 'true', 'null', '12', '2026-11-20',
  'https://x.example/?a=b#c', '\u00a0', ':', ',', ';', '  ', '::error::'];

class Sheets {
  constructor(number) { this.random = random_numbers(seed + number); }
  pick(list) { return list[this.random(list.length)]; }
  one_in(n) { return this.random(n) === 0; }
  words() {
    const count = 1 + this.random(4);
    return `w${Array.from({ length: count }, () => this.pick(pieces)).join(this.pick([' ', '']))}z`;
  }
  lines() {
    return Array.from({ length: 2 + this.random(3) },
      () => this.one_in(4) ? '' : this.words()).concat('end');
  }
  double() { return JSON.stringify(this.one_in(3) ? this.lines().join('\n') : this.words()); }
  single() { return `'${this.words().replaceAll("'", "''")}'`; }
  /// A text below a key that is indented by `depth`.
  text(depth) {
    const inner = ' '.repeat(depth + 1 + this.random(4));
    const below = (lines) => lines.map((line) => (line ? inner + line : this.pick(['', inner])))
      .join('\n');
    const calm = () => this.lines().map((line) => line.replace(/[:#"'\\,[\]{}&*!|>%@`=+-]/g, '')
      .replace(/ +/g, ' ').trim());
    return this.pick([
      () => this.double(),
      () => this.single(),
      () => 'plain text',
      () => `plain\n${below(calm())}`,
      () => `"open\n${below(calm())}"`,
      () => `'open\n${below(calm())}'`,
      () => `|${this.pick(['', '-', '+'])}${this.pick(['', ' # how'])}\n${below(this.lines())}`,
      () => `>${this.pick(['', '-'])}\n${below(this.lines())}`,
    ])();
  }
  list(depth) {
    if (this.one_in(3)) return ` ${this.double()}`;
    if (this.one_in(2)) return ` [${this.double()}, ${this.single()}]`;
    const indent = ' '.repeat(depth + this.pick([0, 2]));
    return `\n${indent}- ${this.double()}\n${this.one_in(3) ? `${indent}# c\n` : ''}${indent}- ${this.single()}`;
  }
  answer(id, may_skip) {
    const word = this.pick(['no', 'partially', 'mostly', 'fully', 'unknown', 'Yes', 'n/a', '~', '']);
    if (word === 'n/a' && !may_skip) return '';
    const name = this.pick([id, `"${id}"`, `'${id}'`]);
    if (this.one_in(3) && word !== 'n/a') return `  ${name}: ${word}${this.pick(['', '   # why'])}\n`;
    if (this.one_in(3))
      return `  ${name}: {answer: ${word || '~'}, ${this.pick(['', '# c\n    '])}note: ${this.double()},\n`
        + `    "owner": ${this.single()}, date: 2026-10-01}\n`;
    const parts = [`answer: ${word}`, `note: ${this.text(4)}`];
    if (this.one_in(2)) parts.push(`evidence:${this.list(4)}`);
    if (this.one_in(3)) parts.push(`owner: ${this.text(4)}`);
    if (this.one_in(3)) parts.push(`confirmed_by: ${this.text(4)}`, 'due: 2027-03-31');
    if (this.one_in(3)) parts.push(`source: ${this.double()}`);
    return `  ${name}:\n${parts.map((each) => `    ${each}\n`).join('')}`;
  }
  sheet(practices) {
    const parts = [`team: ${this.double().replaceAll('\\n', ' ')}\n`];
    if (this.one_in(2)) parts.push('date: 2026-10-01\n', 'target: {microsoft: 3, google: 1}\n');
    if (this.one_in(2)) parts.push('context:\n  regulated: true\n  production_models: 40\n');
    if (this.one_in(2)) parts.push(`tags: {unit: ${this.double()}, "a b": ${this.single()}}\n`);
    if (this.one_in(2)) parts.push(`assessed_by:${this.list(0)}\n`);
    if (this.one_in(2)) parts.push(`scope: ${this.text(0)}\n`, `summary: ${this.text(0)}\n`);
    parts.push(`answers:${this.pick(['', ' # all'])}\n${practices
      .map(({ id, not_applicable }) => this.one_in(3) ? '' : this.answer(id, not_applicable)).join('')}`
      + '  ci-merge-gate: no\n');
    return this.pick(['', '---\n', '# a comment\n\n']) + parts.join('');
  }
}

it(`50 random sheets, opened and saved unchanged, say the same (seed ${seed})`, async () => {
  const page = await open(make('random.html'));
  const practices = await page.locator('.practice:not([data-practice="ci-merge-gate"])')
    .evaluateAll((all) => all.map((each) => ({
      id: each.dataset.practice,
      not_applicable: each.querySelector('[value="not-applicable"]') !== null,
    })));
  for (let number = 0; number < 50; ++number) {
    const sheet = new Sheets(number).sheet(practices);
    const path = in_folder('random.yaml');
    writeFileSync(path, sheet);
    valid(path);
    const told = await open_sheet(page, sheet);
    assert.match(told, /is open/, `sheet ${number}: ${told}`);
    const saved = in_folder('random-saved.yaml');
    writeFileSync(saved, readFileSync(await save(page, 'random-saved.yaml')));
    const bare = (report) => JSON.parse(JSON.stringify(report, (key, value) =>
      key === 'notices' ? undefined : value));
    assert.deepEqual(bare(score(saved)), bare(score(path)), `sheet ${number}`);
  }
  await close(page);
});
