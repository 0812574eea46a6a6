// What bench/engine measures.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open } from '../tests/readers/browser.mjs';
import { assess, root, temporary_folder } from '../tests/readers/support.mjs';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
let failed = false;
function tell(what, value, most, unit) {
  console.log(`${what}: ${value} ${unit}, at most ${most}`);
  failed ||= value > most;
}

const startup = join(root, 'examples/startup.yaml');
const package_file = readdirSync(join(root, 'build')).find((name) => name.endsWith('.tgz'));
tell('npm package', statSync(join(root, 'build', package_file)).size, 900_000, 'bytes');

const times = Array.from({ length: 20 }, () => {
  // What it took to begin Python itself does not count.
  const cpu = 'import os, subprocess, sys; spent = lambda: sum(os.times()[2:4]); before = spent(); '
    + 'subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); print((spent() - before) * 1000)';
  return Number(spawnSync('python3', ['-c', cpu, process.env.NPM_PROGRAM, 'score', startup], { encoding: 'utf8' }).stdout);
});
tell('CPU of one run', Math.round(median(times)), 200, 'ms');

const path = join(temporary_folder(), 'page.html');
assess(['init', '-q', '-o', path]);
tell('page', statSync(path).size, 600_000, 'bytes');
const browser = await launch();
for (const sheet of ['startup', 'retail-credit']) {
  const page = await open(browser, path);
  await page.waitForFunction(() => document.querySelector('#standing-panel .stand'));
  await page.evaluate((text) => openSheet('answers.yaml', text),
    readFileSync(join(root, 'examples', `${sheet}.yaml`), 'utf8'));
  const rescores = await page.evaluate(() => Array.from({ length: 60 }, (_, i) => {
    choose(practices[i], i % 2 ? 'mostly' : 'no');
    const begin = performance.now();
    showStanding();
    return performance.now() - begin;
  }).slice(10));
  tell(`scoring ${sheet} again on the page`, Number(median(rescores).toFixed(1)), 20, 'ms');
  await page.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
