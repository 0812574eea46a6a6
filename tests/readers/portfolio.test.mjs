// The portfolio: its rows summed up by another program, and its page in a browser and on paper.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import {
  axe_faults, foreign, launch, open, policy_faults, print, sideways, text_faults,
} from './browser.mjs';
import { assess, examples, root, run, temporary_file, temporary_folder } from './support.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const units = ['Lending', 'Payments & fraud', 'Kundenservice', 'Back office', ''];

/// A folder of many teams, made of the examples with other names and tags.
function teams_folder(count, earlier = false) {
  const folder = temporary_folder();
  const sheets = examples.map((path) => readFileSync(join(root, path), 'utf8'));
  for (let i = 0; i < count; ++i) {
    const unit = units[i % units.length];
    // What was not answered differs from team to team, and more of it earlier.
    let line = 0;
    const text = sheets[i % sheets.length]
      .replace(/^team: .*$/m, `team: Team ${i} of ${sheets.length} and more`)
      .replace(/^date: .*$/m, `date: 2026-0${earlier ? 3 : 6}-${10 + i % 20}`)
      .replace(/^tags: .*\n/m, '')
      .replace(/^answers:/m, unit ? `tags: {unit: "${unit}"}\nanswers:` : 'answers:')
      .replace(/^(  [a-z0-9-]+: )(fully|mostly|partially)$/gm, (whole, key) =>
        ++line % (earlier ? 5 : 9) === i % 5 ? `${key}unknown` : whole);
    writeFileSync(join(folder, `${i}.yaml`), text);
  }
  return folder;
}

function portfolio(...args) {
  const { status, out, err } = assess(['portfolio', ...args, '-q']);
  assert.ok(status <= 1, err);
  return out;
}

/// The JSON's sums in the form of portfolio_sums.py.
function sums({ teams, models }) {
  const spread = ({ at_level, not_assessed, lowest, median }) => ({
    at: Object.fromEntries(at_level.flatMap((count, level) => (count ? [[level, count]] : []))),
    not_assessed, lowest, median,
  });
  return {
    teams,
    spreads: Object.fromEntries(models.flatMap(({ rubric, overall, parameters }) => [
      [rubric, spread(overall)],
      ...parameters.map((each) => [`${rubric} ${each.id}`, spread(each)])])),
    orders: Object.fromEntries(models.map(({ rubric, order }) => [rubric, order])),
  };
}

describe('sums', () => {
  const folder = teams_folder(60);
  for (const [name, args] of Object.entries({
    'sixty teams': [folder],
    'sixty teams of today by another bar': [folder, '--bar', 'fully'],
    'the example': ['examples/portfolio'],
  }))
    it(`of the rows are those of the report: ${name}`, () => {
      const { status, out, err } = run('python3', [join(here, 'portfolio_sums.py')],
        { input: portfolio(...args, '-f', 'csv') });
      assert.equal(status, 0, err);
      const independent = JSON.parse(out);
      const { all, groups } = JSON.parse(portfolio(...args, '--by', 'unit', '-f', 'json'));
      assert.deepEqual(sums(all), independent.all);
      assert.deepEqual(groups.map(({ value }) => value ?? ''), Object.keys(independent.units));
      for (const group of groups)
        assert.deepEqual(sums(group), independent.units[group.value ?? '']);
    });
});

describe('HTML of a portfolio', () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  const sixty = teams_folder(60);
  const gates = ['--fail-under', 'microsoft=1', '--min-answered', '90'];
  const hostile = temporary_folder();
  mkdirSync(join(hostile, 'a'));
  writeFileSync(join(hostile, 'a', '<img src=x onerror=alert(1)>.yaml'),
    readFileSync(join(root, 'tests/sheets/hostile.yaml')));
  writeFileSync(join(hostile, 'b.yaml'), 'team: "x"\nanswers: {"<script>alert(1)</script>": no}\n');
  const pages = Object.fromEntries(Object.entries({
    'sixty teams': [sixty, '--by', 'unit', '--baseline', teams_folder(55, true), ...gates],
    'the example': ['examples/portfolio', '--by', 'unit'],
    'one team': ['examples/startup.yaml'],
    'hostile text': [hostile, '--by', 'a | b'],
  }).map(([name, args]) => {
    const { out } = assess(['portfolio', ...args, '-q', '-f', 'html']);
    return [name, { html: out, path: temporary_file('portfolio.html', out) }];
  }));

  it('of sixty teams is small', () => {
    const bytes = Buffer.byteLength(pages['sixty teams'].html);
    assert.ok(bytes < 400_000, `${bytes} bytes`);
  });

  for (const [name, { html, path }] of Object.entries(pages))
    describe(name, () => {
      it('is right HTML', async () => {
        const { results } = await new HtmlValidate({ extends: ['html-validate:recommended'] })
          .validateString(html);
        assert.deepEqual(results.flatMap(({ messages }) => messages.map(
          ({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)), []);
      });

      for (const scheme of ['light', 'dark'])
        for (const width of [1280, 360])
          it(`can be used by everybody: ${scheme}, ${width} pixels`, async () => {
            const page = await open(browser, path, { width, scheme });
            assert.deepEqual(await axe_faults(page), []);
            await page.close();
          });

      for (const width of [1280, 768, 360])
        it(`fits a window of ${width} pixels`, async () => {
          const page = await open(browser, path, { width });
          assert.equal(await sideways(page), 0);
          assert.deepEqual(await text_faults(page), []);
          await page.close();
        });

      it('prints on A4 landscape', async () => {
        const page = await open(browser, path, { width: 1020 });
        await page.emulateMedia({ media: 'print' });
        assert.equal(await sideways(page), 0);
        assert.deepEqual(await text_faults(page), []);
        const pdf = join(temporary_folder(), 'portfolio.pdf');
        await print(page, pdf);
        await page.close();
        const about = run('pdfinfo', [pdf]).out;
        const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+) pts/m.exec(about);
        assert.deepEqual([Math.round(width), Math.round(height)], [842, 595]);
        const pages_of = Number(/^Pages: +(\d+)$/m.exec(about)[1]);
        assert.ok(pages_of <= 40, `${pages_of} pages`);
        // Every team is on paper.
        const plain = (text) => text.replace(/\s+/g, '');
        const paper = plain(run('pdftotext', ['-raw', pdf, '-']).out);
        if (name === 'sixty teams')
          for (let i = 0; i < 60; ++i) assert.ok(paper.includes(plain(`Team ${i} of`)), i);
      });

      it('holds nothing that acts', async () => {
        const page = await open(browser, path);
        assert.deepEqual(await foreign(page), []);
        assert.equal(await page.evaluate(() =>
          [...document.querySelectorAll('a[href^="#"]')].filter(
            ({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1)))).length), 0);
        await page.close();
      });
    });

  it('lets nothing in that was injected', async () => {
    const page = await open(browser, pages['one team'].path);
    assert.deepEqual(await policy_faults(page), []);
    await page.close();
  });

  it('links the reports of the teams', async () => {
    const folder = temporary_folder();
    mkdirSync(join(folder, 'site'));
    assess(['portfolio', 'examples/portfolio', '-q', '--reports', join(folder, 'team reports'),
      '-o', join(folder, 'site', 'index.html')]);
    const page = await open(browser, join(folder, 'site', 'index.html'));
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href$=".html"]')]
      .map(({ href, textContent }) => [href, textContent]));
    await page.close();
    assert.equal(new Set(links.map(([href]) => href)).size, 6);
    for (const [href, team] of links)
      assert.ok(readFileSync(new URL(href), 'utf8').includes(team), href);
  });

  it('that is spoilt is found out', async () => {
    const page = await open(browser, pages['sixty teams'].path, { width: 360 });
    await page.evaluate(() => { document.querySelector('h1').style.width = '800px'; });
    assert.notEqual(await sideways(page), 0);
    await page.evaluate(() => {
      for (const cell of document.querySelectorAll('td')) cell.style.color = '#bbb';
    });
    assert.match(String(await axe_faults(page)), /color-contrast/);
    await page.close();
  });
});
