// The page to answer on, as people use it: in a browser, by keyboard, offline.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import {
  axe_faults, choose, close, custom, in_folder, make, misfits, open, open_sheet, practice,
  save, score, today, unfold, valid,
} from './page_support.mjs';

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
    words[na] = 'not-applicable, note: "no. nothing, k j"';
    const typed = in_folder('typed.yaml');
    writeFileSync(typed, `team: Keys only\ndate: ${today}\nanswers:\n${ids.map((id) =>
      `  ${id}: {answer: ${words[id]}, date: ${today}}\n`).join('')}`);
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
