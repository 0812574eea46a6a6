// What all reader tests share: the program under test, temporary folders, outside programs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/// The folder of the sources: the program runs here, so that its reports name files as a user would.
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const program = process.env.PROGRAM;
if (!program) throw new Error('PROGRAM is not set: run these tests by scripts/test --readers');

/// Runs any program. Throws when it cannot be started or is stopped by a signal.
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (done.error) throw done.error;
  if (done.signal) throw new Error(`${command} was stopped by ${done.signal}`);
  return { status: done.status, out: done.stdout, err: done.stderr };
}

/// Runs mlops-assess.
export function assess(args, options = {}) {
  return run(program, args, { cwd: root, ...options });
}

/// The report on a sheet in a format. Throws when the program does not make one.
export function report(format, sheet, ...options) {
  const done = assess(['score', sheet, '-f', format, ...options]);
  if (done.status > 1) throw new Error(`status ${done.status} for ${sheet}: ${done.err}`);
  return done.out;
}

/// All sheets that the project ships as examples, by their paths.
export const examples = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `examples/${name}`);

/// Arguments of `report` after the format, by a name for messages.
export const reported = Object.fromEntries([
  ...examples.map((path) => [path, [path]]),
  ['custom model', ['examples/custom-model/answers.yaml',
    '--rubric', 'examples/custom-model/rubric.yaml']],
  ['hostile text', ['tests/sheets/hostile.yaml']],
  ['every practice answered', ['tests/sheets/everything.yaml']],
  ['gates and waivers', ['tests/sheets/features.yaml',
    '--rubric', 'tests/sheets/models/features.yaml', '--fail-under', 'small=1,small.build=3',
    '--min-answered', '90', '--waivers', 'tests/sheets/features-waivers.yaml']],
]);

/// A folder that is removed when the test process ends.
export function temporary_folder() {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-assess-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/// Writes a file into a new temporary folder and returns its path.
export function temporary_file(name, text) {
  const path = join(temporary_folder(), name);
  writeFileSync(path, text);
  return path;
}

/// A sheet of the same team a quarter earlier: of the answers that say fully, one in five says no,
/// one in five partially. Returns its path.
export function earlier(sheet) {
  let count = 0;
  const text = readFileSync(join(root, sheet), 'utf8')
    .replace(/^date: .*$/m, 'date: 2026-08-20')
    .replace(/^(  [a-z0-9-]+: |    answer: |  [a-z0-9-]+: \{answer: )(?:fully|mostly|partially)\b/gm,
      (whole, key) => [`${key}no`, `${key}partially`, whole, whole, whole][count++ % 5]);
  return temporary_file('earlier.yaml', text);
}
