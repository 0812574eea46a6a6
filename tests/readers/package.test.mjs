// The Debian packages and the static tarballs, as those who install them see them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { architectures, assets, debian, machine, must, must_as_root, unpacked, version }
  from './assets.mjs';
import { assess, examples, root, run, temporary_folder } from './support.mjs';

const sheet = join(root, 'examples', 'startup.yaml');
const score = assess(['score', sheet, '-q']).out;
const deb = (architecture) =>
  join(assets, `mlops-assess_${version}_${architectures[architecture].debian}.deb`);

/// Nobody wants to know where a program was built.
function names_no_folder_of_ours(path) {
  assert.ok(!readFileSync(path).includes(root), `${path} names ${root}`);
}

/// Libraries have owners and licences, and those that these name are there, too.
function holds_licences(folder) {
  const found = readdirSync(folder);
  for (const [library, words] of Object.entries({
    'libyaml-cpp-dev': /Jesse Beder/, 'libfmt-dev': /Victor Zverovich/,
    'libcli11-dev': /Henry Schreiner/, 'nlohmann-json3-dev': /Niels Lohmann/,
    'libutf8proc-dev': /Unicode, Inc/, 'libexpected-dev': /CC0/,
    'libc6-dev': /GNU Lesser/, emscripten: /musl/i, 'GPL-3': /Version 3, 29 June 2007/,
    'LGPL-2.1': /Version 2\.1, February 1999/ }))
    assert.match(readFileSync(join(folder, library), 'utf8'), words);
  const runtime = found.find((name) => /^libstdc\+\+-\d+-dev$/.test(name));
  assert.match(readFileSync(join(folder, runtime), 'utf8'), /Runtime Library Exception/i);
}

for (const architecture of Object.keys(architectures)) {
  const { runner, debian: called } = architectures[architecture];
  const runs = (program, ...args) => must(...runner, program, ...args);

  describe(`Debian package for ${architecture}`, () => {
    const lint = (path) => run('lintian', ['--allow-root', '--fail-on', 'error,warning', path]);
    const tree = join(temporary_folder(), 'tree');
    before(() => must('dpkg-deb', '-R', deb(architecture), tree));

    it('is for this architecture, and depends on nothing', () => {
      const field = (name) => must('dpkg-deb', '-f', deb(architecture), name).trim();
      assert.equal(field('Architecture'), called);
      assert.equal(field('Version'), version);
      assert.equal(field('Depends'), '');
    });

    it('is taken by lintian', () => {
      const { status, out } = lint(deb(architecture));
      assert.equal(status, 0, out);
      assert.equal(out, '');
    });

    it('is refused by lintian without a copyright file', () => {
      const copy = temporary_folder();
      must('cp', '-a', tree, copy);
      rmSync(join(copy, 'tree', 'usr', 'share', 'doc', 'mlops-assess', 'copyright'));
      must('dpkg-deb', '--root-owner-group', '-b', join(copy, 'tree'), join(copy, 'x.deb'));
      const { status, out } = lint(join(copy, 'x.deb'));
      assert.notEqual(status, 0);
      assert.match(out, /no-copyright-file/);
    });

    it('holds program, manual, completions and documents', () => {
      for (const path of ['bin/mlops-assess',
        'share/doc/mlops-assess/changelog.gz',
        'share/doc/mlops-assess/ci.md',
        'share/doc/mlops-assess/copyright',
        'share/man/man1/mlops-assess.1.gz',
        'share/mlops-assess/rubrics/practices.yaml'])
        assert.ok(existsSync(join(tree, 'usr', path)), path);
      for (const shell of ['bash-completion/completions/mlops-assess',
        'fish/vendor_completions.d/mlops-assess.fish', 'zsh/vendor-completions/_mlops-assess'])
        assert.equal(readFileSync(join(tree, 'usr', 'share', shell), 'utf8'),
          assess(['completion', /^[a-z]+/.exec(shell)[0]]).out);
      holds_licences(join(tree, 'usr', 'share', 'doc', 'mlops-assess', 'licences'));
    });

    it('runs', () => {
      const program = join(tree, 'usr', 'bin', 'mlops-assess');
      assert.equal(runs(program, 'score', sheet, '-q'), score);
      names_no_folder_of_ours(program);
    });
  });

  describe(`tarball for ${architecture}`, () => {
    const folder = unpacked(architecture);
    const program = join(folder, 'bin', 'mlops-assess');

    it('is one folder named as the tarball', () => {
      assert.deepEqual(readdirSync(join(folder, '..')),
        [`mlops-assess-${version}-linux-${architecture}`]);
    });

    it('needs no shared library', () => {
      assert.match(must('readelf', '-d', program), /no dynamic section/);
      assert.doesNotMatch(must('readelf', '-d', process.execPath), /no dynamic section/);
    });

    it('runs', () => {
      assert.equal(runs(program, 'score', sheet, '-q'), score);
      names_no_folder_of_ours(program);
    });

    it('writes the same bytes as this machine', { skip: architecture === machine }, () => {
      for (const example of examples)
        for (const format of ['text', 'json', 'html', 'sarif', 'svg']) {
          const done = run(runner[0], [program, 'score', example, '-f', format], { cwd: root });
          assert.deepEqual(done, assess(['score', example, '-f', format]), `${example} ${format}`);
        }
    });

    it('makes pages that score', () => {
      const page = join(temporary_folder(), 'page.html');
      const [command, ...args] = [...runner, program, 'init', '-o', page];
      const { status, err } = run(command, args);
      assert.equal(status, 0, err);
      assert.doesNotMatch(err, /engine was not built in/);
    });

    it('holds the licences', () => {
      const documents = join(folder, 'share', 'doc', 'mlops-assess');
      assert.match(readFileSync(join(documents, 'LICENSE'), 'utf8'), /MIT/);
      holds_licences(join(documents, 'licences'));
    });

    it('belongs to nobody of this machine', () => {
      const lines = must('tar', '--numeric-owner', '-tvzf',
        join(assets, `mlops-assess-${version}-linux-${architecture}.tar.gz`));
      for (const line of lines.split('\n').filter(Boolean)) assert.match(line, / 0\/0 /);
    });
  });
}

for (const release of ['bookworm', 'trixie']) {
  it(`installs on Debian ${release}, runs, and goes away`, () => {
    const folder = debian(release);
    const inside = (...command) => must_as_root('chroot', folder, ...command);
    for (const file of [deb(machine), sheet]) must_as_root('cp', file, join(folder, 'tmp'));
    assert.ok(readFileSync(join(folder, 'etc', 'os-release'), 'utf8').includes(release));
    inside('dpkg', '-i', `/tmp/${basename(deb(machine))}`);
    assert.equal(inside('dpkg', '--verify', 'mlops-assess'), '');
    const there = { cwd: dirname(sheet) };
    assert.equal(inside('sh', '-c', 'cd /tmp && mlops-assess score startup.yaml -q'),
      assess(['score', basename(sheet), '-q'], there).out);
    inside('dpkg', '--purge', 'mlops-assess');
    assert.ok(!existsSync(join(folder, 'usr', 'bin', 'mlops-assess')));
  });
}
