// Headless Chromium, and what it can tell about a page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { run } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// Debian's Chromium, by itself on the machine: it asks no other host for anything.
export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/// Opens a file in a page of its own. The page counts what must not happen in `page.told`: dialogs,
/// and requests for anything but the file.
export async function open(browser, path, { width = 1280, height = 900, scheme = 'light' } = {}) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  const url = pathToFileURL(path).href;
  page.told = [];
  page.on('dialog', (dialog) => { page.told.push('dialog'); dialog.dismiss(); });
  page.on('request', (request) => {
    if (request.url() !== url) page.told.push(`request for ${request.url()}`);
  });
  page.on('pageerror', (error) => page.told.push(`error: ${error.message}`));
  await page.goto(url);
  return page;
}

/// Opens all that is folded, so that its text has a place.
export function unfold(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/// What axe-core finds: its rule and the element.
export async function axe_faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

/// How far the page is wider than the window, in pixels.
export function sideways(page) {
  return page.evaluate(() =>
    Math.max(0, document.scrollingElement.scrollWidth - window.innerWidth));
}

/// Text that does not fit where it stands: beyond the box that it belongs to, or cut off by a box
/// around it. Boxes that scroll and text for screen readers only are left out.
export function text_faults(page) {
  return page.evaluate(() => {
    const out_of = (inner, outer) =>
      inner.left < outer.left - 1 || inner.right > outer.right + 1;
    const above_or_below = (inner, outer) =>
      inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.closest('svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
      let block = node.parentElement;
      while (getComputedStyle(block).display.startsWith('inline')
        && getComputedStyle(block).display !== 'inline-block') block = block.parentElement;
      let reason = '';
      for (let box = block; box && !reason; box = box.parentElement) {
        const style = getComputedStyle(box);
        const bounds = box.getBoundingClientRect();
        if (bounds.width <= 1 && bounds.height <= 1) { reason = ''; break; }
        if (/auto|scroll/.test(style.overflowX)) break;
        const clips = style.overflowX !== 'visible' && box !== document.body
          && box !== document.documentElement;
        if ((box === block || clips) && rects.some((r) => out_of(r, bounds)))
          reason = `wider than <${box.localName}>`;
        else if (clips && rects.some((r) => above_or_below(r, bounds)))
          reason = `cut by <${box.localName}>`;
      }
      if (reason) faults.push(`"${node.data.trim().slice(0, 60)}" is ${reason}`);
    }
    return faults;
  });
}

/// Labels of drawings that leave the view box or lie over each other.
export function label_faults(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const svg of document.querySelectorAll('svg')) {
      const view = svg.viewBox.baseVal;
      const corner = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
      const low = corner(view.x, view.y);
      const high = corner(view.x + view.width, view.y + view.height);
      const labels = [...svg.querySelectorAll('text')]
        .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }))
        .filter(({ words, box }) => words && box.width > 0);
      for (const { words, box } of labels)
        if (box.left < low.x - 0.5 || box.right > high.x + 0.5
          || box.top < low.y - 0.5 || box.bottom > high.y + 0.5)
          faults.push(`"${words}" leaves the view box`);
      labels.forEach((one, i) => labels.slice(i + 1).forEach((other) => {
        const across = Math.min(one.box.right, other.box.right)
          - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom)
          - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 2) faults.push(`"${one.words}" lies over "${other.words}"`);
      }));
    }
    return faults;
  });
}

/// What the page would let somebody do who got markup into it: it is tried, with a server on this
/// machine that hears of each request.
export async function policy_faults(page) {
  const heard = [];
  const server = createServer((request, answer) => {
    heard.push(`the page asked for ${request.url}`);
    answer.end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const faults = await page.evaluate(async (host) => {
    const blocked = new Set();
    document.addEventListener('securitypolicyviolation', (e) => blocked.add(e.effectiveDirective));
    const probe = document.createElement('div');
    probe.innerHTML = '<p id="probe" style="color: rgb(1, 2, 3)">x</p>'
      + '<style>#probe { background: rgb(4, 5, 6) }</style>'
      + `<link rel="stylesheet" href="${host}/style">`
      + `<img alt="" src="${host}/image" onerror="window.got_in = 1">`
      + `<iframe src="${host}/frame"></iframe><object data="${host}/object"></object>`;
    document.body.append(probe);
    const script = document.createElement('script');
    script.textContent = 'window.got_in = 1';
    const remote = document.createElement('script');
    remote.src = `${host}/script`;
    const form = document.createElement('form');
    form.action = `${host}/form`;
    form.target = 'elsewhere';
    document.body.append(script, remote, form);
    form.submit();
    const base = document.createElement('base');
    base.href = `${host}/base`;
    document.head.append(base);
    await new Promise((done) => setTimeout(done, 500));
    const style = getComputedStyle(document.querySelector('#probe'));
    const found = [];
    if (style.color === 'rgb(1, 2, 3)') found.push('a style attribute works');
    if (style.backgroundColor === 'rgb(4, 5, 6)') found.push('a style element works');
    if (window.got_in) found.push('a script runs');
    if (document.baseURI.startsWith('http:')) found.push('a base element works');
    for (const directive of ['style-src-attr', 'style-src-elem', 'script-src-elem', 'img-src',
      'frame-src', 'object-src', 'form-action', 'base-uri'])
      if (!blocked.has(directive)) found.push(`nothing was blocked by ${directive}`);
    return found;
  }, `http://127.0.0.1:${server.address().port}`);
  server.closeAllConnections();
  server.close();
  return [...faults, ...heard];
}

/// Elements and addresses that no report has, and things that only a script can cause.
export async function foreign(page) {
  const found = await page.evaluate(() => {
    const faults = [];
    for (const element of document.querySelectorAll(
      'script, img, iframe, object, embed, form, base, link, audio, video, template, foreignObject'))
      faults.push(`<${element.localName}>`);
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes)
        if (name.startsWith('on') || name === 'style'
          || (/^(href|src|action|xlink:href)$/.test(name) && !/^(https?:\/\/|#)/.test(value)
            && !/^[\w./ -]+(#L\d+)?$/.test(value)))
          faults.push(`${element.localName} ${name}="${value}"`);
    return faults;
  });
  return [...found, ...page.told];
}

/// Prints the page on A4, as its own style sheet has it.
export function print(page, path) {
  return page.pdf({ path, format: 'A4', printBackground: true, preferCSSPageSize: true });
}

/// The lines of each page of a PDF file, from the top. Its foot, the page's number and the part's
/// name, comes first in the file and is left out.
export function printed_pages(path) {
  const { status, out, err } = run('pdftotext', ['-raw', path, '-']);
  if (status !== 0) throw new Error(err);
  const pages = out.split('\f').slice(0, -1).map((text) => text.trimEnd().split('\n'));
  return pages.map(([number, part, ...lines], i) => {
    if (number !== `${i + 1} / ${pages.length}` || !part)
      throw new Error(`page ${i + 1} begins with "${number}" and "${part}"`);
    return lines;
  });
}

/// Text that the screen shows, folded or not, and that is missing on paper. Words are compared
/// without their blanks and capitals, as lines break differently there.
export async function print_faults(page, folder) {
  const plain = (text) => text.normalize('NFKC').replace(/[\s\u00ad]+/g, '').toLowerCase();
  const path = `${folder}/report.pdf`;
  await print(page, path);
  const paper = plain(printed_pages(path).flat().join('\n'));
  await page.emulateMedia({ media: 'screen' });
  await unfold(page);
  const texts = await page.evaluate(() => {
    const for_ears = (element) => {
      for (let box = element; box; box = box.parentElement) {
        const { width, height } = box.getBoundingClientRect();
        if (width <= 1 && height <= 1) return true;
      }
      return false;
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement.checkVisibility() && !for_ears(node.parentElement))
        found.push(node.data);
    return found;
  });
  return texts.filter((text) => plain(text) && !paper.includes(plain(text)));
}

/// Debian's Firefox.
export const launch_firefox = () =>
  puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr' });
