// The files of a release: images, bill of materials, sums.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import parse_licence from 'spdx-expression-parse';
import { architectures, assets, machine, must, names, unpacked, version } from './assets.mjs';
import { assess, root, run, temporary_folder } from './support.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const date = `${/^## \d.*, (.*)/m.exec(changes)[1]}T00:00:00Z`;

it('has the assets that others download', () => {
  const expected = ['SHA256SUMS', `mlops-assess-${version}.tgz`,
    `mlops-assess-${version}.spdx.json`];
  for (const [name, { debian }] of Object.entries(architectures))
    expected.push(`mlops-assess-${version}-linux-${name}.tar.gz`,
      `mlops-assess_${version}_${debian}.deb`, `mlops-assess-${version}-oci-${name}.tar`);
  assert.deepEqual(names, expected.sort());
  assert.ok(machine in architectures);
});

it('has the sums of all', () => {
  const lines = readFileSync(join(assets, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  assert.deepEqual(lines.map((line) => line.split('  ')[1]),
    names.filter((name) => name !== 'SHA256SUMS'));
  for (const line of lines) {
    const [sum, name] = line.split('  ');
    assert.equal(sha256(join(assets, name)), sum, name);
  }
});

it('has the licences in the npm package, too', () => {
  const held = must('tar', '-tzf', join(assets, `mlops-assess-${version}.tgz`)).split('\n');
  for (const name of ['LICENSE', 'licences/libyaml-cpp-dev', 'licences/emscripten',
    'licences/node-pako', 'licences/Apache-2.0'])
    assert.ok(held.includes(`package/${name}`), name);
});

/// An image: its configuration, and a folder with its files, owned by root if we are.
function image(layout, descriptor) {
  const blob = ({ digest }) => join(layout, 'blobs', ...digest.split(':'));
  const manifest = json(blob(descriptor));
  const files = temporary_folder();
  chmodSync(files, 0o755);
  for (const layer of manifest.layers) must('tar', '-xpzf', blob(layer), '-C', files);
  return { ...json(blob(manifest.config)), files };
}

for (const [architecture, { debian, runner }] of Object.entries(architectures)) {
  describe(`image for ${architecture}`, () => {
    const layout = temporary_folder();
    let made;
    before(() => {
      const archive = `mlops-assess-${version}-oci-${architecture}.tar`;
      must('tar', '-xf', join(assets, archive), '-C', layout);
      made = image(layout, json(join(layout, 'index.json')).manifests[0]);
    });

    it('says what it is', () => {
      assert.equal(made.architecture, debian);
      assert.equal(made.os, 'linux');
      assert.equal(made.created, date);
      const { User, WorkingDir, Entrypoint, Labels } = made.config;
      assert.deepEqual({ User, WorkingDir, Entrypoint }, { User: '65532:65532', WorkingDir: '/work',
        Entrypoint: ['/usr/bin/mlops-assess'] });
      const label = (name) => Labels[`org.opencontainers.image.${name}`];
      assert.deepEqual(['title', 'version', 'licenses', 'created'].map(label),
        ['mlops-assess', version, 'MIT', date]);
    });

    it('holds the program of the tarball and its licences, all for root alone to change', () => {
      assert.equal(sha256(join(made.files, 'usr', 'bin', 'mlops-assess')),
        sha256(join(unpacked(architecture), 'bin', 'mlops-assess')));
      assert.ok(existsSync(join(made.files, 'usr/share/doc/mlops-assess/licences/libc6-dev')));
      assert.deepEqual(readdirSync(made.files).sort(), ['usr', 'work']);
      assert.equal(must('find', made.files, '-perm', '/6022'), '');
    });

    /// Runs the image without privileges in a read-only root, with a folder of work, read-only too
    /// if not told otherwise.
    const runs = (work, mode, ...args) => run(process.getuid() === 0 ? 'unshare' : 'sudo', [
      ...(process.getuid() === 0 ? [] : ['unshare']), '--mount', 'sh', '-euc', `
        mount --bind "$0" "$0"
        mount -o remount,bind,ro "$0"
        mount --bind "$1" "$0/work"
        mount -o "remount,bind,$2" "$0/work"
        root=$0
        shift 2
        exec unshare --root="$root" --wd=/work --setgid 65532 --setuid 65532 \
          /usr/bin/mlops-assess "$@"`, made.files, work, mode, ...args]);

    const here = { skip: architecture !== machine };

    it('runs as a user without rights in a read-only root', here, () => {
      const examples = join(root, 'examples');
      const args = ['score', 'startup.yaml', '-q'];
      const done = runs(examples, 'ro', ...args);
      assert.deepEqual(done, assess(args, { cwd: examples }));
      assert.equal(done.status, 0);
      const refused = runs(examples, 'ro', ...args, '-o', 'json:x.json');
      assert.equal(refused.status, 3, refused.err);
      assert.match(refused.err, /x\.json/);
      assert.ok(!existsSync(join(examples, 'x.json')));
    });

    it('writes as that user into a folder that it may write', here, () => {
      const work = temporary_folder();
      copyFileSync(join(root, 'examples', 'startup.yaml'), join(work, 'startup.yaml'));
      chmodSync(work, 0o777);
      const { status, err } = runs(work, 'rw', 'score', 'startup.yaml', '-q', '-o', 'json:x.json');
      assert.equal(status, 0, err);
      assert.equal(statSync(join(work, 'x.json')).uid, 65532);
    });

    it('runs', () => {
      assert.equal(must(...runner, join(made.files, 'usr/bin/mlops-assess'), '--version'),
        `mlops-assess ${version}\n`);
    });
  });
}

it('pushes the images as one', () => {
  const target = join(temporary_folder(), 'pushed');
  const said = must(join(root, 'scripts', 'push-image'), assets, `oci:${target}`);
  const digest = /^name=oci:.*\ndigest=(sha256:[0-9a-f]{64})\n$/.exec(said)[1];
  const { manifests } = json(join(target, 'index.json'));
  assert.deepEqual(manifests.map(({ annotations }) =>
    annotations['org.opencontainers.image.ref.name']).sort(), [version, 'latest']);
  for (const each of manifests) assert.equal(each.digest, digest);
  const index = json(join(target, 'blobs', ...digest.split(':')));
  assert.deepEqual(index.manifests.map(({ platform }) => platform.architecture).sort(),
    Object.values(architectures).map(({ debian }) => debian).sort());
  for (const each of index.manifests) assert.equal(image(target, each).config.WorkingDir, '/work');
});

describe('bill of materials', () => {
  const sbom = json(join(assets, `mlops-assess-${version}.spdx.json`));
  const by_id = new Map(sbom.packages.map((each) => [each.SPDXID, each]));
  const described = sbom.relationships
    .filter(({ relationshipType }) => relationshipType === 'DESCRIBES')
    .map(({ relatedSpdxElement }) => by_id.get(relatedSpdxElement));

  it('is an SPDX document of the day of the release', () => {
    assert.equal(sbom.spdxVersion, 'SPDX-2.3');
    assert.equal(sbom.dataLicense, 'CC0-1.0');
    assert.equal(sbom.creationInfo.created, date);
    assert.equal(by_id.size, sbom.packages.length);
    for (const id of by_id.keys()) assert.match(id, /^SPDXRef-[a-zA-Z0-9.-]+$/);
    for (const { spdxElementId, relatedSpdxElement } of sbom.relationships) {
      assert.ok(spdxElementId === 'SPDXRef-DOCUMENT' || by_id.has(spdxElementId), spdxElementId);
      assert.ok(by_id.has(relatedSpdxElement), relatedSpdxElement);
    }
  });

  it('describes each asset that holds a program, with its sum', () => {
    assert.deepEqual(described.map(({ packageFileName }) => packageFileName).sort(),
      names.filter((name) => name !== 'SHA256SUMS' && !name.endsWith('.spdx.json')));
    for (const { packageFileName, checksums, versionInfo } of described) {
      assert.equal(versionInfo, version);
      assert.deepEqual(checksums,
        [{ algorithm: 'SHA256', checksumValue: sha256(join(assets, packageFileName)) }]);
    }
  });

  it('knows the libraries in each, as they were installed', () => {
    for (const { SPDXID, packageFileName } of described) {
      const inside = sbom.relationships
        .filter(({ spdxElementId, relationshipType }) => spdxElementId === SPDXID
          && relationshipType === 'CONTAINS')
        .map(({ relatedSpdxElement }) => by_id.get(relatedSpdxElement));
      const common = ['CLI11', 'fmt', 'nlohmann-json', 'tl-expected', 'utf8proc', 'yaml-cpp'];
      const engine = [...common, 'emscripten'];
      assert.deepEqual(inside.map(({ name }) => name).sort(), (packageFileName.endsWith('.tgz')
        ? [...engine, 'pako'] : [...common, 'gcc-runtime', 'glibc', ...engine]).sort());
      for (const { versionInfo, externalRefs: [{ referenceLocator }] } of inside) {
        assert.match(versionInfo, /^\d/);
        assert.ok(referenceLocator.includes(`@${encodeURIComponent(versionInfo)}?`));
      }
    }
    const fmt = must('dpkg-query', '-W', '-f', '${Version}', 'libfmt-dev');
    assert.equal(sbom.packages.find(({ name }) => name === 'fmt').versionInfo, fmt);
  });

  it('names licences as SPDX does', () => {
    for (const { licenseConcluded, licenseDeclared } of sbom.packages)
      for (const each of [licenseConcluded, licenseDeclared]) parse_licence(each);
    assert.throws(() => parse_licence('MIT WITH our-exception'));
  });
});

it('makes the same bytes again', () => {
  const folder = temporary_folder();
  must(join(root, 'scripts', 'release'), folder, ...Object.keys(architectures));
  assert.equal(readFileSync(join(folder, 'SHA256SUMS'), 'utf8'),
    readFileSync(join(assets, 'SHA256SUMS'), 'utf8'));
});

it('refuses the tag of another version', () => {
  const { status, err } = run(join(root, 'scripts', 'release'), [assets],
    { env: { ...process.env, TAG: 'v0.0.1' } });
  assert.equal(status, 2);
  assert.match(err, /v0\.0\.1/);
  assert.deepEqual(readdirSync(assets).sort(), names);
});
