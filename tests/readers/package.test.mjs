// The Debian package and the static tarball, as those who install them see them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { assess, root, run, temporary_folder } from './support.mjs';

const packages = join(root, 'build', 'packages');
const version = /mlops-assess (\S+)/.exec(assess(['--version']).out)[1];
const found = readdirSync(packages).sort();
const deb = join(packages, found.find((name) => name.endsWith('.deb')));
const tarball = join(packages, found.find((name) => name.endsWith('.tar.gz')));
const sheet = join(root, 'examples', 'startup.yaml');

/// Runs a program that must succeed.
function must(command, ...args) {
  const done = run(command, args);
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.err}${done.out}`);
  return done.out;
}

/// Paths below a folder, without folders.
const files_in = (folder) => must('find', folder, '!', '-type', 'd', '-printf', '%P\n')
  .split('\n').filter(Boolean).sort();

/// Nobody wants to know where a program was built.
function names_no_folder_of_ours(path) {
  assert.ok(!readFileSync(path).includes(root), `${path} names ${root}`);
}

it('makes two packages', () => {
  assert.equal(found.length, 2, found.join());
  for (const name of found) assert.ok(name.includes(version), name);
});

describe('Debian package', () => {
  const lint = (path) => run('lintian', ['--allow-root', '--fail-on', 'error,warning', path]);

  it('is taken by lintian', () => {
    const { status, out } = lint(deb);
    assert.equal(status, 0, out);
    assert.equal(out, '');
  });

  it('is refused by lintian without a copyright file', () => {
    const folder = temporary_folder();
    must('dpkg-deb', '-R', deb, join(folder, 'tree'));
    rmSync(join(folder, 'tree', 'usr', 'share', 'doc', 'mlops-assess', 'copyright'));
    must('dpkg-deb', '--root-owner-group', '-b', join(folder, 'tree'), join(folder, 'x.deb'));
    const { status, out } = lint(join(folder, 'x.deb'));
    assert.notEqual(status, 0);
    assert.match(out, /no-copyright-file/);
  });

  describe('in a clean root', () => {
    const target = temporary_folder();
    const dpkg = (...args) => run('dpkg', [`--root=${target}`, '--force-not-root', ...args]);
    const database = join(target, 'var', 'lib', 'dpkg');
    const depends = must('dpkg-deb', '-f', deb, 'Depends').split(',')
      .map((each) => /[a-z0-9.+-]+/.exec(each)[0]);

    before(() => {
      for (const name of ['info', 'updates']) mkdirSync(join(database, name), { recursive: true });
      writeFileSync(join(database, 'status'), '');
    });

    it('is refused where its libraries are missing', () => {
      assert.ok(depends.includes('libyaml-cpp0.7') || depends.some((d) => d.includes('yaml')));
      const { status, err } = dpkg('-i', deb);
      assert.notEqual(status, 0);
      assert.match(err, /dependency problems/);
      assert.equal(dpkg('-r', 'mlops-assess').status, 0);
    });

    it('installs, runs and goes away', () => {
      // This machine's libraries, without what they in turn depend on.
      const known = must('dpkg-query', '-W', '-f',
        'Package: ${Package}\nStatus: ${Status}\nArchitecture: ${Architecture}\nVersion: ${Version}\n'
        + 'Multi-Arch: same\nMaintainer: nobody\nDescription: a library\n\n', ...depends);
      writeFileSync(join(database, 'status'), known);
      const { status, err } = dpkg('-i', deb);
      assert.equal(status, 0, err);
      const installed = files_in(join(target, 'usr'));
      for (const path of ['bin/mlops-assess',
        'share/bash-completion/completions/mlops-assess',
        'share/doc/mlops-assess/changelog.gz',
        'share/doc/mlops-assess/ci.md',
        'share/doc/mlops-assess/copyright',
        'share/fish/vendor_completions.d/mlops-assess.fish',
        'share/man/man1/mlops-assess.1.gz',
        'share/mlops-assess/rubrics/practices.yaml',
        'share/zsh/vendor-completions/_mlops-assess'])
        assert.ok(installed.includes(path), `${path} is missing in ${installed.join()}`);
      const program = join(target, 'usr', 'bin', 'mlops-assess');
      assert.equal(must(program, 'score', sheet, '-q'), assess(['score', sheet, '-q']).out);
      for (const shell of ['bash-completion/completions/mlops-assess',
        'fish/vendor_completions.d/mlops-assess.fish', 'zsh/vendor-completions/_mlops-assess'])
        assert.equal(readFileSync(join(target, 'usr', 'share', shell), 'utf8'),
          assess(['completion', /^[a-z]+/.exec(shell)[0]]).out);
      names_no_folder_of_ours(program);
      assert.equal(dpkg('-r', 'mlops-assess').status, 0);
      assert.ok(!existsSync(join(target, 'usr')));
    });
  });
});

describe('tarball', () => {
  const folder = temporary_folder();
  const program = () => join(folder, readdirSync(folder)[0], 'bin', 'mlops-assess');
  before(() => must('tar', '-xzf', tarball, '-C', folder));

  it('is one folder named as the tarball', () => {
    const [name, ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    assert.ok(tarball.endsWith(`/${name}.tar.gz`));
  });

  it('needs no shared library', () => {
    assert.match(must('readelf', '-d', program()), /no dynamic section/);
    assert.doesNotMatch(must('readelf', '-d', process.execPath), /no dynamic section/);
  });

  it('runs', () => {
    assert.equal(must(program(), 'score', sheet, '-q'), assess(['score', sheet, '-q']).out);
    names_no_folder_of_ours(program());
  });

  it('belongs to nobody of this machine', () => {
    for (const line of must('tar', '--numeric-owner', '-tvzf', tarball).split('\n').filter(Boolean))
      assert.match(line, / 0\/0 /);
  });
});

it('makes the same packages again', () => {
  const bytes = () => [deb, tarball].map((path) => readFileSync(path));
  const before_it = bytes();
  must(join(root, 'scripts', 'package'));
  bytes().forEach((now, i) => assert.ok(now.equals(before_it[i]), [deb, tarball][i]));
});
