// What the tests of packages and releases share: the assets, and systems to install them on.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assess, root, run, temporary_folder } from './support.mjs';

/// The folder that scripts/release filled.
export const assets = resolve(process.env.ASSETS ?? join(root, 'build', 'tested-assets'));
export const version = /mlops-assess (\S+)/.exec(assess(['--version']).out)[1];
/// The names of all assets.
export const names = readdirSync(assets).sort();
/// By the names of the kernel: Debian's name, the image's, and what runs a program on this machine.
const all_architectures = {
  x86_64: { debian: 'amd64', runner: [] },
  aarch64: { debian: 'arm64', runner: [] },
};
export const machine = must('uname', '-m').trim();
for (const [name, each] of Object.entries(all_architectures))
  if (name !== machine) each.runner = [`qemu-${name}`];
/// Those for which there are assets.
export const architectures = Object.fromEntries(Object.entries(all_architectures)
  .filter(([name]) => names.includes(`mlops-assess-${version}-linux-${name}.tar.gz`)));

/// Runs a program that must succeed, and returns what it prints.
export function must(command, ...args) {
  const done = run(command, args);
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.err}${done.out}`);
  return done.out;
}

/// The same as root.
export function must_as_root(...command) {
  return must(...(process.getuid() === 0 ? [] : ['sudo']), ...command);
}

/// The folder of an unpacked tarball.
export function unpacked(architecture) {
  const name = `mlops-assess-${version}-linux-${architecture}`;
  const folder = temporary_folder();
  must('tar', '-xzf', join(assets, `${name}.tar.gz`), '-C', folder);
  return join(folder, name);
}

/// The folder of a release of Debian, from the mirror that apt uses here; made once.
export function debian(release) {
  const folder = join(root, 'build', 'roots', release);
  if (!existsSync(folder)) {
    const known = () => must('apt-get', 'indextargets', '--format', '$(SITE)', 'Created-By: Packages',
      'Origin: Debian').split('\n')[0];
    if (!known()) must_as_root('apt-get', 'update', '-qq');
    const mirror = known();
    mkdirSync(join(folder, '..'), { recursive: true });
    must_as_root('rm', '-rf', `${folder}.part`);
    must_as_root('mmdebstrap', '--quiet', '--variant=essential', release, `${folder}.part`,
      `deb ${mirror} ${release} main`);
    must_as_root('mv', `${folder}.part`, folder);
  }
  return folder;
}
