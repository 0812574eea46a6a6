// The page with its engine inside: what it shows is what `score` says of the sheet that it saves.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  assess, axe_faults, close, custom, in_folder, make, open, open_sheet, root, save, unfold,
} from './page_support.mjs';

const seed = 20261126;
console.log(`seed ${seed}`);
let state = seed;
/// A whole number below `most`, by Lehmer's rule.
const random = (most) => {
  state = (state * 48271) % 2147483647;
  return state % most;
};

const path = make('scores.html');
const custom_path = make('custom-scores.html', '--rubric', custom);

/// Waits until the engine has scored.
async function scored(page) {
  await page.waitForFunction(() => document.querySelector('#standing-panel .stand'));
  return page;
}

/// What stands beside the questions.
const shown = (page) => page.evaluate(() => {
  const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  const ids = (part) => [...document.querySelectorAll(`.${part} [data-practice-name]`)]
    .map((each) => each.dataset.practiceName);
  return {
    models: Object.fromEntries([...document.querySelectorAll('[data-model]')].map((each) =>
      [each.dataset.model, { range: text(each.querySelector('.numeral')), text: text(each) }])),
    musts: ids('musts'),
    steps: ids('steps'),
    deciding: [...deciding],
    usable: document.getElementById('unscored').hidden,
  };
});

/// The same from the program's own report.
function told(sheet, args) {
  const report = JSON.parse(assess('score', '-q', '-f', 'json', sheet, ...args));
  const html = assess('score', '-q', '-f', 'html', '--brief', sheet, ...args);
  const first = /<section[^>]* id="first"[\s\S]*?<\/section>/.exec(html)[0];
  return { report, steps: [...first.matchAll(/<h3>([\s\S]*?)<\/h3>/g)].map(([, name]) => name) };
}

const range = ({ low, high }) => (low === high ? `${low}` : `${low}–${high}`);
const to_do = ({ gaps, open: unanswered }) => [gaps && `${gaps} to do`, unanswered && `${unanswered} open`]
  .filter(Boolean).join(', ');

function check(now, sheet, args = []) {
  const { report, steps } = told(sheet, args);
  for (const a of report.assessments) {
    const { range: seen, text } = now.models[a.rubric.id];
    assert.equal(seen, range(a.possible), a.rubric.id);
    for (const { level, ...short } of a.short_of)
      if (text.includes(`of ${level}:`)) assert.ok(text.includes(`of ${level}: ${to_do(short)}`), text);
    if (a.short_of.length && a.completeness.answered > 0)
      assert.ok(text.toLowerCase().includes(`short of ${a.short_of[0].level}: ${to_do(a.short_of[0])}`), text);
  }
  // The short path has questions as long as a level can change, and no longer.
  const open_levels = report.assessments.flatMap((a) => a.parameters)
    .filter(({ possible }) => possible && possible.low < possible.high);
  assert.equal(now.deciding.length > 0, open_levels.length > 0);
  assert.deepEqual(now.musts, report.must_have.filter((each) => each.met === false).map((each) => each.practice));
  assert.equal(now.steps.length, steps.length);
  now.steps.forEach((id, i) => assert.ok(steps[i].includes(id), `${steps[i]} is not ${id}`));
}

/// Answers like this by the fields, as if a person did.
const answer = (page, answers, facts) => page.evaluate(([given, said]) => {
  reset();
  team.value = 'Random';
  const tell = (field) => field.dispatchEvent(new Event('input', { bubbles: true }));
  for (const [at, word] of given) {
    const each = practices[at % practices.length];
    const radio = each.radios.find(({ value }) => value === word);
    if (!radio) continue;
    radio.checked = true;
    if (word === 'not-applicable') each.note.value = 'not here';
  }
  said.forEach((pick, i) => {
    const field = facts[i];
    const radios = field.querySelectorAll?.('input[type=radio]') ?? [];
    if (radios.length) radios[pick % radios.length].checked = true;
    else if (field.options) field.selectedIndex = pick % field.options.length;
    else field.value = pick % 3 ? String(pick) : '';
  });
  tell(team);
  return writeSheet(collect());
}, [answers, facts]);

describe('figures', () => {
  const cases = [[path, [], 160], [custom_path, ['--rubric', custom], 40]];
  for (const [file, args, count] of cases)
    it(`${count} random sets of answers are scored as by the program`, async () => {
      const page = await scored(await open(file));
      const words = ['no', 'partially', 'mostly', 'mostly', 'fully', 'fully', 'fully', 'not-applicable', 'unknown'];
      const facts = await page.evaluate(() => document.querySelectorAll('[data-context]').length);
      for (let i = 0; i < count; ++i) {
        const some = Array.from({ length: [0, 5, 40, 106, 200, 400][random(6)] },
          () => [random(1000), words[random(i % 3 ? words.length : 7)]]);
        const sheet = in_folder('random.yaml');
        writeFileSync(sheet, await answer(page, some, Array.from({ length: facts }, () => random(50))));
        const now = await shown(page);
        assert.ok(now.usable);
        check(now, sheet, args);
      }
      await close(page);
    });

  it('the report is that of the program, opened or saved', async () => {
    const page = await scored(await open(path));
    await open_sheet(page, readFileSync(`${root}/examples/startup.yaml`, 'utf8'));
    const sheet = await save(page, 'boiler-visit-ranking.yaml');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#save-report')]);
    assert.equal(file.suggestedFilename(), 'boiler-visit-ranking.html');
    await file.saveAs(in_folder('report.html'));
    const same = (text) => text.replaceAll(/[^ ;&"'<>]*boiler-visit-ranking\.yaml/g, 'SHEET');
    assert.equal(same(readFileSync(in_folder('report.html'), 'utf8')), same(assess('score', '-q', '-f', 'html', sheet)));
    await page.locator('#team').fill('');
    await page.click('#save-report');
    assert.match(await page.locator('#wrong').textContent(), /the team needs a name/);
    await page.locator('#team').fill('Boiler visit ranking');
    const [opened] = await Promise.all([page.context().waitForEvent('page'), page.click('#open-report')]);
    await opened.waitForLoadState();
    assert.match(await opened.locator('h1').first().textContent(), /Boiler visit ranking/);
    await close(page);
  });
});

describe('while answering', () => {
  it('an answer that cannot be scored says why, and the last figures stay', async () => {
    const page = await scored(await open(path));
    const before = await shown(page);
    await page.locator('.practice input[value="not-applicable"]').first().check();
    assert.match(await page.locator('#unscored').textContent(), /Note of .*not applicable needs a reason/);
    assert.deepEqual((await shown(page)).models, before.models);
    await page.locator('.practice:has(input[value="not-applicable"]:checked) textarea').first().fill('no model');
    assert.ok((await shown(page)).usable);
    await close(page);
  });

  it('an engine that fails keeps no answer from the draft', async () => {
    const page = await scored(await open(path));
    await page.evaluate(() => { engine = () => { throw new Error('stopped'); }; });
    await page.locator('#team').fill('Kept');
    await page.clock.runFor(1000);
    await page.waitForFunction(() => localStorage.getItem(draftKey)?.includes('Kept'));
    assert.deepEqual([...new Set(page.told.splice(0))], ['stopped']);
    await close(page);
  });

  it('a practice of which there is nothing more to tell offers nothing', async () => {
    const rubric = in_folder('plain.yaml');
    writeFileSync(rubric, `schema: mlops-assess/rubric/1
id: plain
title: Plain
version: 1.0.0
source: {title: Plain}
parameters: [{id: p, title: P}]
practices:
  - {id: bare, parameter: p, statement: Something is done.}
  - {id: told, parameter: p, statement: Another thing is done., why: it matters}
levels: [{level: 0, name: a, summary: s}, {level: 1, name: b, summary: s}]
cells: {p: [{level: 0, describes: d}, {level: 1, describes: d, requires: [bare, told]}]}
`);
    const page = await scored(await open(make('plain.html', '--rubric', rubric)));
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.why')]
      .map((each) => each.closest('.practice').dataset.practice)), ['told']);
    await page.locator('.why summary').click();
    assert.equal(await page.locator('.why dd').textContent(), 'it matters');
    await close(page);
  });

  it('the short path asks what can change a level, and ends', async () => {
    const page = await scored(await open(path));
    await page.locator('#deciding-only').check();
    let asked = 0;
    for (; asked < 120; ++asked) {
      const open_boxes = page.locator('.practice:visible:has(input[value="unknown"]:checked)');
      if (!(await open_boxes.count())) break;
      const { deciding: left } = await shown(page);
      assert.ok(left.includes(await open_boxes.first().getAttribute('data-practice')));
      await open_boxes.first().locator('input[value="mostly"]').check();
      await page.locator('#team').focus();
    }
    assert.ok(asked > 5 && asked < 106, `${asked} asked`);
    assert.match(await page.locator('#standing').textContent(), /No open question can change a level/);
    await close(page);
  });

  it('a name leads to its question, and why and how are told', async () => {
    const page = await scored(await open(path));
    await open_sheet(page, 'team: T\nanswers: {people-dev-support: no, data-versioned: no}\ntarget: {microsoft: 2}\n');
    const link = page.locator('#standing-panel a').first();
    const id = (await link.getAttribute('href')).slice(1, -1);
    await link.click();
    assert.equal(await page.evaluate(() => document.activeElement.closest('.practice').dataset.practice), id);
    const box = page.locator(`[data-practice="${id}"]`);
    await box.locator('.why summary').click();
    const about = assess('explain', id);
    const why = (await box.locator('.why dd').first().textContent()).trim();
    assert.ok(about.replace(/\s+/g, ' ').includes(why), why);
    await close(page);
  });

  for (const [width, scheme] of [[1280, 'light'], [1280, 'dark'], [360, 'dark']])
    it(`usable by everybody: ${width} pixels, ${scheme}`, async () => {
      const page = await scored(await open(path, { width, scheme }));
      await open_sheet(page, readFileSync(`${root}/examples/first-attempt.yaml`, 'utf8'));
      await unfold(page);
      await page.locator('.practice input[value="not-applicable"]').first().check();
      assert.deepEqual(await axe_faults(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await close(page);
    });
});

it('the page is small, and lets nothing in or out', () => {
  assert.ok(statSync(path).size < 600_000, `${statSync(path).size} bytes`);
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(path, 'utf8'));
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^' ]+' 'wasm-unsafe-eval'; style-src 'sha256-[^' ]+'; img-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'$/);
});
