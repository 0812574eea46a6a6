// Markdown reports as GitHub's own renderer and the usual linter read them.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assess, report, reported, run, temporary_folder } from './support.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/// What GitHub shows, before its sanitizer: raw HTML passes, so that leaking markup is seen.
function rendered(markdown) {
  const extensions = ['table', 'tasklist', 'strikethrough', 'autolink', 'tagfilter'];
  const { status, out, err } = run('cmark-gfm', ['--unsafe', ...extensions.flatMap((e) => ['-e', e])],
    { input: markdown });
  assert.equal(status, 0, err);
  return out;
}

const count = (text, pattern) => (text.match(pattern) ?? []).length;

/// Table rows of the source by the number of their cells, told from text outside of tables by the
/// line of dashes above them.
function source_rows(markdown) {
  const rows = [];
  let inside = false;
  const lines = markdown.split('\n');
  lines.forEach((line, i) => {
    if (/^\|( --- \|)+$/.test(lines[i + 1] ?? '')) inside = true;
    else if (!line.startsWith('|')) inside = false;
    if (inside && !/^\|( --- \|)+$/.test(line))
      rows.push(count(line.replace(/\\\\|\\\|/g, ''), /\|/g) - 1);
  });
  return rows;
}

/// The same of a rendered report.
function rendered_rows(html) {
  return html.split('<tr>').slice(1).map((row) => count(row.split('</tr>')[0], /<t[hd]\b/g));
}

/// What is wrong with a rendered report: elements and links that no report has.
function foreign(html) {
  const known = new Set(['h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'a', 'br',
    'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input', 'details', 'summary', 'blockquote',
    'pre']);
  const elements = [...html.matchAll(/<([a-z][a-z0-9-]*)/gi)].map((m) => m[1].toLowerCase());
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((m) => m[1]);
  return [
    ...elements.filter((name) => !known.has(name)),
    ...links.filter((link) => !/^(https?:\/\/|#|[\w./-]+#L\d+$)/.test(link)),
  ];
}

/// What the linter finds in these texts, by name.
function lint(texts) {
  const folder = temporary_folder();
  for (const [name, text] of Object.entries(texts)) {
    const path = join(folder, name.replace(/\W/g, '-'));
    mkdirSync(path);
    writeFileSync(join(path, 'report.md'), text);
  }
  return run(process.execPath, [
    join(here, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'),
    '--config', join(here, '.markdownlint-cli2.jsonc'), '**/*.md'], { cwd: folder });
}

describe('markdown', () => {
  const texts = Object.fromEntries(
    Object.entries(reported).map(([name, args]) => [name, report('markdown', ...args)]));

  const then = ['--baseline', 'tests/sheets/features-before.yaml'];
  for (const options of [['--brief'], then, [...then, '--brief']])
    texts[`features ${options.join(' ')}`] = report('markdown', 'tests/sheets/features.yaml',
      '--rubric', 'tests/sheets/models/features.yaml', ...options);

  const agenda = (...sheets) => assess(['merge', ...sheets, '-f', 'markdown',
    '--rubric', 'tests/sheets/models/features.yaml', '--rubric', 'microsoft']).out;
  texts['merge'] = agenda(...['data-science', 'platform', 'audit'].map(
    (name) => `examples/raters/${name}.yaml`));
  texts['merge of hostile text'] = agenda(
    'tests/sheets/features-hostile.yaml', 'tests/sheets/features-ana.yaml', 'tests/sheets/hostile.yaml');

  texts['portfolio'] = assess(['portfolio', 'tests/sheets/teams', '-f', 'markdown', '--by', 'unit',
    '--rubric', 'tests/sheets/models/features.yaml', '--baseline', 'tests/sheets/teams/2026-q1',
    '--fail-under', 'small=1']).out;
  texts['portfolio of hostile text'] = assess(['portfolio', 'tests/sheets/hostile.yaml',
    'tests/sheets/features.yaml', '-f', 'markdown', '--by', '=1+1', '--fail-under', 'google=1']).out;

  for (const [name, text] of Object.entries(texts)) {
    it(`renders every table of: ${name}`, () => {
      const cells = source_rows(text);
      assert.ok(cells.length > 5);
      assert.deepEqual(rendered_rows(rendered(text)), cells);
    });

    it(`renders tasks and folded parts of: ${name}`, () => {
      const html = rendered(text);
      assert.equal(count(html, /<input type="checkbox"/g), count(text, /^- \[ \] /gm));
      assert.equal(count(html, /<details>/g), count(text, /^<details>$/gm));
      assert.equal(count(html, /<\/details>/g), count(html, /<details>/g));
      assert.equal(count(html, /<h2>/g), count(text, /^## /gm));
    });

    it(`has no foreign element or link: ${name}`, () => {
      assert.deepEqual(foreign(rendered(text)), []);
    });
  }

  it('shows hostile text as text', () => {
    for (const name of ['hostile text', 'merge of hostile text']) {
      const html = rendered(texts[name]);
      assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
      assert.match(html, /\[link\]\(javascript:alert\(1\)\)/);
      assert.match(html, /!\[img\]\(x\)/);
      assert.match(html, /&amp;amp;/);
      assert.match(html, /~~x~~/);
      assert.doesNotMatch(html, /@everyone|@owner|@team|#12/, 'would ping somebody');
    }
  });

  it('contents the linter', () => {
    const { status, out, err } = lint(texts);
    assert.equal(status, 0, out + err);
    assert.match(err + out, new RegExp(`Linting: ${Object.keys(texts).length} file`));
  });

  it('has checks that can fail', () => {
    const good = texts['examples/startup.yaml'];
    assert.notEqual(lint({ broken: good.replace('## Verdict', '####Verdict') }).status, 0);
    assert.deepEqual(foreign(rendered('A <u>x</u> and [x](other.html) and ![x](y)')),
      ['u', 'img', 'other.html']);
    const cut = good.replace('| People |', '| Peo|ple |');
    assert.notDeepEqual(rendered_rows(rendered(cut)), source_rows(cut));
  });
});
