// Pictures of all pages, by every browser that is here: light, dark, narrow, on paper. `--docs` makes
// only docs/report.png again.
import {
  existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, launch_firefox, open, print } from '../tests/readers/browser.mjs';
import { assess, earlier, examples, report, root, run } from '../tests/readers/support.mjs';

const folder = join(root, 'build', 'look');

/// Each page by its name, and how it is made.
const pages = {
  ...Object.fromEntries(examples.flatMap((path) => {
    const name = basename(path, '.yaml');
    return [
      [name, () => report('html', path)],
      [`${name}-brief`, () => report('html', path, '--brief')],
      [`${name}-since-brief`,
        () => report('html', path, '--brief', '--baseline', earlier(path))],
    ];
  })),
  'custom-model': () => report('html', 'examples/custom-model/answers.yaml',
    '--rubric', 'examples/custom-model/rubric.yaml'),
  'retail-credit-since': () => report('html', 'examples/retail-credit.yaml',
    '--baseline', earlier('examples/retail-credit.yaml')),
  questionnaire: () => made((path) =>
    assess(['init', '-o', path, '--team', 'Fraud detection']), 'questionnaire.html'),
};

const pictures = {
  'retail-credit-radar': () => report('svg', 'examples/retail-credit.yaml'),
  'retail-credit-since-radar': () => report('svg', 'examples/retail-credit.yaml',
    '--baseline', earlier('examples/retail-credit.yaml')),
};

/// A file that the program writes itself.
function made(make, name) {
  const path = join(folder, name);
  rmSync(path, { force: true });
  const { status, err } = make(path);
  if (status !== 0) throw new Error(err);
  return null;
}

async function by_chromium(browser, path, name, fullPage) {
  for (const [as, options] of Object.entries({
    light: {}, dark: { scheme: 'dark' }, narrow: { width: 360 },
  })) {
    const page = await open(browser, path, options);
    await page.screenshot({ path: join(folder, `${name}-${as}.png`), fullPage });
    await page.close();
  }
  const page = await open(browser, path);
  const pdf = join(folder, `${name}.pdf`);
  await print(page, pdf);
  await page.close();
  run('pdftoppm', ['-r', '96', '-png', pdf, join(folder, `${name}-print`)]);
}

/// Debian's Firefox with a profile that ends with it; `--screenshot` takes the whole page.
function by_firefox(path, name) {
  const profile = mkdtempSync(join(tmpdir(), 'mlops-assess-'));
  for (const [as, width, dark] of [['light', 1280, 0], ['dark', 1280, 1], ['narrow', 360, 0]]) {
    writeFileSync(join(profile, 'user.js'), `user_pref("ui.systemUsesDarkTheme", ${dark});
user_pref("layout.css.prefers-color-scheme.content-override", 2);
`);
    const picture = join(folder, `${name}-firefox-${as}.png`);
    rmSync(picture, { force: true });
    run('firefox-esr', ['--headless', '--no-remote', '--profile', profile,
      `--window-size=${width}`, `--screenshot=${picture}`, pathToFileURL(path).href],
    { env: { ...process.env, HOME: profile } });
    if (!existsSync(picture)) throw new Error(`no picture of ${name} by Firefox`);
  }
  rmSync(profile, { recursive: true, force: true });
}

/// The page to answer on scores in Firefox, too.
async function scores_in_firefox(path, name) {
  const firefox = await launch_firefox();
  const page = await firefox.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(pathToFileURL(path).href);
  await page.waitForFunction(() => document.querySelector('#standing-panel .stand'));
  const text = await page.evaluate(() => {
    for (const each of document.querySelectorAll('.practice input[value=fully]')) each.click();
    return document.querySelector('#standing').textContent.replace(/\s+/g, ' ');
  });
  if (!/Microsoft 4 of 4 .*Google 2 of 2 /.test(text)) throw new Error(`Firefox shows ${text}`);
  await page.screenshot({ path: join(folder, `${name}-firefox-scored.png`) });
  await firefox.close();
}

/// The two printed pages of a brief report side by side.
async function for_docs(browser) {
  const path = join(folder, 'docs.html');
  writeFileSync(path, report('html', 'examples/retail-credit.yaml', '--brief'));
  const paper = await open(browser, path);
  await print(paper, join(folder, 'docs.pdf'));
  run('pdftoppm', ['-r', '78', '-png', join(folder, 'docs.pdf'), join(folder, 'docs')]);
  const page = await browser.newPage({ viewport: { width: 1314, height: 929 } });
  const pictures = [1, 2].map((number) =>
    readFileSync(join(folder, `docs-${number}.png`)).toString('base64'));
  await page.setContent(`<style>body { margin: 0; background: #d9d4ca; }
    img { margin: 8px 0 0 8px; float: left; }</style>${pictures
    .map((picture) => `<img alt="" src="data:image/png;base64,${picture}">`).join('')}`);
  await page.screenshot({ path: join(root, 'docs', 'report.png') });
}

const asked = process.argv.slice(2).filter((each) => each !== '--docs');
const wanted = (all) => Object.entries(all).filter(([name]) =>
  asked.length === 0 || asked.some((part) => name.includes(part)));

mkdirSync(folder, { recursive: true });
const browser = await launch();
if (process.argv.includes('--docs')) {
  await for_docs(browser);
  await browser.close();
  process.exit(0);
}
for (const [kind, all] of [['html', pages], ['svg', pictures]])
  for (const [name, make] of wanted(all)) {
    const path = join(folder, `${name}.${kind}`);
    const text = make();
    if (text !== null) writeFileSync(path, text);
    await by_chromium(browser, path, name, kind === 'html');
    by_firefox(path, name);
    if (name === 'questionnaire') await scores_in_firefox(path, name);
    console.log(name);
  }
await browser.close();
console.log(`${readdirSync(folder).length} files in ${folder}`);
