// The radar chart as a file of its own.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { label_faults, launch, open } from './browser.mjs';
import { made_model } from './made_model.mjs';
import { earlier, report, reported, run, temporary_file } from './support.mjs';

const many = (count) => Array.from({ length: count }, (_, i) => `Parameter ${i + 1}`);

const charts = {
  ...reported,
  'with a baseline': ['examples/retail-credit.yaml',
    '--baseline', earlier('examples/retail-credit.yaml')],
  'one parameter': made_model(many(1)),
  'two parameters': made_model(many(2)),
  'three parameters': made_model(many(3)),
  'thirty parameters': made_model(many(30)),
  'long titles': made_model(Array.from({ length: 8 },
    (_, i) => `Parameter ${i + 1} with a title that is far longer than a sensible author would write`)),
  'long words': made_model(Array.from({ length: 5 },
    (_, i) => `Donaudampfschifffahrtselektrizitätenhauptbetriebswerk${i}`)),
  'thirty long titles': made_model(many(30).map((title) => `${title} with a longer title than most`)),
  'wide characters': made_model(['データ収集と前処理の自動化', '開発', 'モデルのリリース管理と承認',
    '継続的インテグレーション', '監視', '人と組織の成熟度についての評価']),
  'hostile titles': made_model(['<script>alert(1)</script>', '&amp; "quoted"', ']]>', '\u202eright']),
};

describe('radar chart', () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  for (const [name, args] of Object.entries(charts)) {
    describe(name, () => {
      const svg = report('svg', ...args);
      const path = temporary_file('radar.svg', svg);

      it('is right XML', () => {
        const { status, err } = run('xmllint', ['--noout', '--nonet', path]);
        assert.equal(status, 0, err);
      });

      for (const scheme of ['light', 'dark'])
        it(`has every label inside and none over another: ${scheme}`, async () => {
          const page = await open(browser, path, { scheme });
          assert.ok(await page.evaluate(() => document.querySelectorAll('text').length) > 0);
          assert.deepEqual(await label_faults(page), []);
          await page.close();
        });

      it('has a title and a description', async () => {
        const page = await open(browser, path);
        const told = await page.evaluate(() => {
          const svg = document.documentElement;
          const named = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
          return {
            role: svg.getAttribute('role'),
            title: svg.querySelector(':scope > title')?.textContent ?? '',
            desc: svg.querySelector(':scope > desc')?.textContent ?? '',
            missing: named.filter((id) => id && !document.getElementById(id)),
          };
        });
        assert.equal(told.role, 'img');
        assert.ok(told.title.length > 5 && told.desc.length > 20, JSON.stringify(told));
        assert.deepEqual(told.missing, []);
        await page.close();
      });

      it('holds nothing that acts', async () => {
        const page = await open(browser, path);
        const elements = await page.evaluate(() =>
          [...document.querySelectorAll('script, foreignObject, image, a, use')].length);
        assert.equal(elements, 0);
        assert.deepEqual(page.told, []);
        await page.close();
      });

      it('paints its own background', async () => {
        // The same picture on black and on white has the same corner pixels.
        const corners = [];
        for (const color of ['black', 'white']) {
          const page = await browser.newPage({ viewport: { width: 800, height: 800 } });
          await page.setContent(`<body style="margin:0;background:${color}"><img alt="" `
            + `src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
          const image = page.locator('img');
          await image.evaluate((img) => img.decode());
          const { x, y } = await image.boundingBox();
          corners.push(await page.screenshot({ clip: { x: x + 8, y: y + 8, width: 8, height: 8 } }));
          await page.close();
        }
        assert.ok(corners[0].equals(corners[1]));
      });
    });
  }

  it('has three outlines for each model: now, target and, with a baseline, then', async () => {
    const sheet = 'examples/retail-credit.yaml';
    const outlines = async (...options) => {
      const page = await open(browser, temporary_file('radar.svg', report('svg', sheet, ...options)));
      const found = await page.evaluate(() =>
        ['m0', 'm1'].map((model) => [...document.querySelectorAll(`g.${model} > path[d$="Z"]`)]
          .map((path) => path.getAttribute('stroke-dasharray'))));
      const key = await page.evaluate(() => document.documentElement.textContent.replace(/\s+/g, ' '));
      await page.close();
      return { found, key };
    };
    const alone = await outlines();
    assert.deepEqual(alone.found, [['5 5', null], ['5 5', null]]);
    assert.doesNotMatch(alone.key, /Dotted line/);
    const since = await outlines('--baseline', earlier(sheet));
    assert.deepEqual(since.found, [['5 5', '0 4', null], ['5 5', '0 4', null]]);
    assert.match(since.key, /Dotted line: then, 20 August 2026/);
    assert.match(since.key, /the part of the way to the next/);
  });

  it('is refused with a label outside', async () => {
    const svg = report('svg', ...reported['examples/retail-credit.yaml']);
    const moved = svg.replace(/(<text[^>]*\bx=")[^"]*/, '$1-40');
    assert.notEqual(moved, svg);
    const page = await open(browser, temporary_file('radar.svg', moved));
    assert.match(String(await label_faults(page)), /leaves the view box/);
    await page.close();
  });

  it('is refused when it is broken', () => {
    const svg = report('svg', ...reported['examples/retail-credit.yaml']);
    const path = temporary_file('radar.svg', svg.replace('</svg>', ''));
    assert.notEqual(run('xmllint', ['--noout', '--nonet', path]).status, 0);
  });
});
