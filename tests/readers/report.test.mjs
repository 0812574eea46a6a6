// HTML reports as a browser, a linter and an accessibility checker read them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import {
  axe_faults, foreign, label_faults, launch, open, policy_faults, print, print_faults,
  printed_pages, sideways, text_faults, unfold,
} from './browser.mjs';
import { made_model } from './made_model.mjs';
import {
  earlier, examples, report, reported, root, run, temporary_file, temporary_folder,
} from './support.mjs';

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });

async function markup_faults(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
}

const sheets = {
  ...reported,
  'long and wide titles': made_model(['データ収集と前処理の自動化とその監視',
    'A parameter whose title is much longer than any that a sensible author would choose',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', 'CI']),
  'thirty parameters': made_model(Array.from({ length: 30 }, (_, i) => `Parameter ${i + 1}`)),
};

describe('HTML report', () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  const pages = Object.fromEntries(Object.entries(sheets).map(([name, args]) => {
    const html = report('html', ...args);
    return [name, { html, path: temporary_file('report.html', html) }];
  }));
  const good = pages['examples/retail-credit.yaml'];

  for (const [name, { html, path }] of Object.entries(pages)) {
    describe(name, () => {
      it('is right HTML', async () => assert.deepEqual(await markup_faults(html), []));

      for (const scheme of ['light', 'dark'])
        for (const width of [1280, 320])
          it(`can be used by everybody: ${scheme}, ${width} pixels`, async () => {
            const page = await open(browser, path, { width, scheme });
            await unfold(page);
            assert.deepEqual(await axe_faults(page), []);
            await page.close();
          });

      for (const width of [1280, 768, 320])
        it(`fits a window of ${width} pixels`, async () => {
          const page = await open(browser, path, { width });
          await unfold(page);
          assert.equal(await sideways(page), 0);
          assert.deepEqual(await text_faults(page), []);
          assert.deepEqual(await label_faults(page), []);
          await page.close();
        });

      it('prints on A4', async () => {
        const page = await open(browser, path, { width: 680 });
        await page.emulateMedia({ media: 'print' });
        assert.equal(await sideways(page), 0);
        assert.deepEqual(await text_faults(page), []);
        assert.deepEqual(await print_faults(page, temporary_folder()), []);
        await page.close();
      });

      it('holds nothing that acts', async () => {
        const page = await open(browser, path);
        assert.deepEqual(await foreign(page), []);
        await page.close();
      });
    });
  }

  describe('on paper', () => {
    /// What each printed page says, page by page.
    async function printed(html, spoil = () => {}) {
      const page = await open(browser, temporary_file('report.html', html));
      await page.evaluate(spoil);
      const path = join(temporary_folder(), 'report.pdf');
      await print(page, path);
      await page.close();
      const about = run('pdfinfo', [path]).out;
      const count = Number(/^Pages: +(\d+)$/m.exec(about)[1]);
      assert.match(about, /^Page size: .*A4/m);
      const pages = printed_pages(path);
      assert.equal(pages.length, count);
      return pages;
    }

    /// Headings at the foot of a page.
    const orphans = (html, pages) => {
      const headings = new Set([...html.matchAll(/<(h[2-4])[^>]*>(.*?)<\/\1>/gs)]
        .map(([, , inner]) => inner.replace(/<[^>]*>/g, '').trim()));
      return pages.map((lines) => lines.at(-1)).filter((line) => headings.has(line));
    };
    const long = (name) => `${name}: ${'Words that go on and on, as people write them. '.repeat(40)}`;
    const briefs = {
      ...Object.fromEntries(examples.flatMap((path) => [
        [path, [path]], [`${path} since`, [path, '--baseline', earlier(path)]]])),
      'custom model': reported['custom model'],
      'long texts': [temporary_file('long.yaml',
        readFileSync(join(root, 'examples/retail-credit.yaml'), 'utf8')
          .replace(/^(scope|summary): .*$/gm, (whole, key) => `${key}: >-\n  ${long(key)}`)
          .replace(/^assessed_by: .*$/m, `assessed_by: [${Array(60).fill('A. Person').join(', ')}]`)
          .replace(/^team: .*$/m, `team: ${'A long name of a team '.repeat(20)}`))],
      'far targets': ['examples/notebooks.yaml', '--target', 'microsoft=4', '--target', 'google=2'],
    };
    for (const [name, args] of Object.entries(briefs)) {
      it(`${name}: the brief report has two pages`, async () => {
        const html = report('html', ...args, '--brief');
        const pages = await printed(html);
        assert.equal(pages.length, 2);
        assert.equal(pages[1][0], 'Roadmap');
        assert.deepEqual(orphans(html, pages), []);
      });

      it(`${name}: the whole report begins with them`, async () => {
        const html = report('html', ...args);
        const pages = await printed(html);
        assert.equal(pages[1][0], 'Roadmap');
        assert.equal(pages[2][0], 'Contents');
        assert.deepEqual(orphans(html, pages), []);
      });

      for (const scheme of ['light', 'dark'])
        it(`${name}: the brief report can be used by everybody: ${scheme}`, async () => {
          const html = report('html', ...args, '--brief');
          const page = await open(browser, temporary_file('brief.html', html), { scheme });
          assert.deepEqual(await axe_faults(page), []);
          assert.deepEqual(await label_faults(page), []);
          assert.deepEqual(await markup_faults(html), []);
          await page.close();
        });
    }

    it('a third page and an orphan are found', async () => {
      const html = report('html', 'examples/retail-credit.yaml', '--brief');
      const pages = await printed(html, () => {
        const text = document.querySelector('.summary');
        for (let i = 0; i < 12; ++i) text.after(text.cloneNode(true));
      });
      assert.equal(pages.length, 3);
      assert.deepEqual(orphans('<h2>One</h2>', [['Text', 'One']]), ['One']);
    });
  });

  it('lets nothing in that was injected', async () => {
    const page = await open(browser, good.path);
    assert.deepEqual(await policy_faults(page), []);
    await page.close();
  });

  it('shows hostile text as text', async () => {
    const page = await open(browser, pages['hostile text'].path);
    await unfold(page);
    const text = await page.evaluate(() => document.body.innerText);
    assert.ok(text.includes('<script>alert(1)</script>'));
    assert.ok(text.includes('<!-- comment --> ![img](x) &amp; ~~x~~'));
    await page.close();
  });

  // The checks above must be able to fail.
  describe('spoilt', () => {
    /// What a check finds in the good report after `spoil` ran in its page.
    async function found(check, spoil, options) {
      const page = await open(browser, good.path, options);
      await page.evaluate(spoil);
      const faults = await check(page);
      await page.close();
      return String(faults);
    }

    it('by an element that is not closed', async () => {
      assert.match(String(await markup_faults(good.html.replace('</h1>', ''))), /close-order/);
    });

    it('by pale text', async () => {
      assert.match(await found(axe_faults, () => {
        for (const p of document.querySelectorAll('p')) p.style.color = '#bbb';
      }), /color-contrast/);
    });

    it('by dark text on a dark page', async () => {
      assert.match(await found(axe_faults, () => {
        for (const p of document.querySelectorAll('p')) p.style.color = '#333';
      }, { scheme: 'dark' }), /color-contrast/);
    });

    it('by a box that is wider than the window', async () => {
      assert.notEqual(await found(sideways, () => {
        document.querySelector('h1').style.width = '400px';
      }, { width: 320 }), '0');
    });

    it('by text that is cut', async () => {
      assert.match(await found(text_faults, () => {
        const heading = document.querySelector('h1');
        heading.style.overflow = 'hidden';
        heading.style.height = '4px';
      }), /cut by <h1>/);
    });

    it('by text beyond its box', async () => {
      assert.match(await found(text_faults, () => {
        const heading = document.querySelector('h1');
        heading.style.whiteSpace = 'nowrap';
        heading.style.width = '30px';
      }), /wider than <h1>/);
    });

    it('by a label outside the drawing', async () => {
      assert.match(await found(label_faults, () => {
        document.querySelector('svg text').setAttribute('x', '-9');
      }), /leaves the view box/);
    });

    it('by a label on another', async () => {
      assert.match(await found(label_faults, () => {
        const label = document.querySelector('svg text');
        label.after(label.cloneNode(true));
      }), /lies over/);
    });

    it('by text that is not printed', async () => {
      assert.notEqual(await found((page) => print_faults(page, temporary_folder()), () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('@media print { h2 { display: none } }');
        document.adoptedStyleSheets = [sheet];
      }), '');
    });

    it('by a script', async () => {
      const path = temporary_file('spoilt.html',
        good.html.replace('</body>', '<img src="x" onerror="alert(1)" alt=""></body>'));
      const page = await open(browser, path);
      assert.match(String(await foreign(page)), /<img>.*onerror/);
      await page.close();
    });

    it('by having no policy', async () => {
      const path = temporary_file('spoilt.html',
        good.html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, ''));
      const page = await open(browser, path);
      const faults = String(await policy_faults(page));
      assert.match(faults, /style attribute works/);
      assert.match(faults, /style element works/);
      assert.match(faults, /script runs/);
      assert.match(faults, /asked for \/image/);
      await page.close();
    });
  });
});
