// What the tests of the page to answer on share. They need PROGRAM, the path of mlops-assess; CHROMIUM is the browser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const program = process.env.PROGRAM;
if (!program) throw new Error('PROGRAM is not set');
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'mlops-assess-page-'));
export const in_folder = (name) => join(folder, name);
export const custom = 'examples/custom-model/rubric.yaml';

export const assess = (...args) => execFileSync(program, args, { cwd: root, encoding: 'utf8' });

export function make(name, ...args) {
  const path = in_folder(name);
  assess('init', '-q', '--force', '-o', path, ...args);
  return path;
}

/// A sheet's file after `validate --strict` took it.
export function valid(path, ...args) {
  const { status, stdout } = spawnSync(program, ['validate', '--strict', path, ...args],
    { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
  return path;
}

/// The JSON report without the places that a sheet's layout decides.
export function score(path, ...args) {
  return JSON.parse(assess('score', '-q', '-f', 'json', path, ...args), (key, value) =>
    key === 'location' || value === path ? undefined : value);
}

/// What a report says of a practice that is to be done.
export function item(report, practice) {
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

/// The day on which every page is used.
export const today = '2026-11-20';

/// A page in a browser without history; `page.told` lists errors and requests for other things.
export async function open(path, { width = 1280, height = 900, scheme = 'light' } = {}) {
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
  await page.clock.setFixedTime(`${today}T12:00:00`);
  await page.goto(url);
  return page;
}

export async function close(page) {
  assert.deepEqual(page.told, []);
  await page.context().close();
}

/// What the page saves, in a file.
export async function save(page, name, press = () => page.locator('.bar .save').click()) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  assert.match(download.suggestedFilename(), /^[a-z0-9-]+\.yaml$/);
  const path = in_folder(name);
  await download.saveAs(path);
  return path;
}

export async function open_sheet(page, text, name = 'answers.yaml') {
  await page.setInputFiles('#file', { name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
  await page.waitForFunction(() => !document.getElementById('opened').hidden
    && document.getElementById('file').value === '');
  return page.locator('#opened').innerText();
}

export const practice = (page, id) => page.locator(`[data-practice="${id}"]`);
export const choose = (page, id, word) => practice(page, id).locator(`input[value="${word}"]`).check();
export async function axe_faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

export const unfold = (page) => page.evaluate(() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
});

/// In the page: text that leaves its box, and a page that can be moved sideways.
export function misfits() {
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
