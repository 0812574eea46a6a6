// The schema files as an editor's language server uses them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assess, temporary_folder } from './support.mjs';

const server_path = fileURLToPath(
  new URL('node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));

/// A language server that is spoken to over its standard streams.
class Server {
  #child = spawn(process.execPath, [server_path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  #received = Buffer.alloc(0);
  #answers = new Map();
  #diagnostics = new Map();
  #count = 0;

  constructor() {
    this.#child.stdout.on('data', (chunk) => this.#receive(chunk));
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk) {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString('latin1', 0, head))[1]);
      if (this.#received.length < head + 4 + length) return;
      this.#take(JSON.parse(this.#received.toString('utf8', head + 4, head + 4 + length)));
      this.#received = this.#received.subarray(head + 4 + length);
    }
  }

  #take(message) {
    if (message.method === 'textDocument/publishDiagnostics')
      this.#diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    else if (message.method && message.id !== undefined)
      this.#send({ id: message.id, result: message.method === 'workspace/configuration'
        ? message.params.items.map(({ section }) => (section === 'yaml' ? this.#settings : null))
        : null });
    else if (message.id !== undefined) this.#answers.get(message.id)?.(message.result);
  }

  // No list of schemas from the network: the file names its own.
  #settings = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

  ask(method, params) {
    const id = ++this.#count;
    this.#send({ id, method, params });
    return new Promise((done) => this.#answers.set(id, done));
  }

  tell(method, params) {
    this.#send({ method, params });
  }

  async start() {
    await this.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {
      workspace: { configuration: true },
      textDocument: { hover: { contentFormat: ['markdown'] } },
    } });
    this.tell('initialized', {});
    this.tell('workspace/didChangeConfiguration', { settings: { yaml: this.#settings } });
  }

  /// Opens a text as the file of that address; returns what is marked in it.
  open(uri, text) {
    const marked = new Promise((done) => this.#diagnostics.set(uri, done));
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return marked;
  }

  stop() {
    this.#child.kill();
  }
}

describe('editor', { timeout: 120_000 }, () => {
  const server = new Server();
  const folder = temporary_folder();
  const sheet = join(folder, 'answers.yaml');
  let text;
  let files = 0;

  /// A file beside the schema.
  const beside = () => pathToFileURL(join(folder, `sheet-${++files}.yaml`)).href;

  before(async () => {
    const made = assess(['init', '-o', sheet, '--team', 'A team']);
    assert.equal(made.status, 0, made.err);
    text = readFileSync(sheet, 'utf8');
    await server.start();
  });
  after(() => server.stop());

  it('marks nothing in a new questionnaire', async () => {
    assert.deepEqual(await server.open(beside(), text), []);
  });

  it('marks an answer that is none', async () => {
    const marked = await server.open(beside(), text.replace(/^( *data-lineage:).*$/m, '$1 perhaps'));
    assert.equal(marked.length, 1, JSON.stringify(marked));
    assert.match(marked[0].message, /fully/);
    const line = text.split('\n').findIndex((l) => l.startsWith('  data-lineage:'));
    const begin = '  data-lineage: '.length;
    assert.deepEqual(marked[0].range, {
      start: { line, character: begin }, end: { line, character: begin + 'perhaps'.length } });
  });

  it('marks a practice that is none', async () => {
    const marked = await server.open(beside(), text.replace('data-lineage:', 'data-linage:'));
    assert.match(marked.map(({ message }) => message).join(), /data-linage is not allowed/);
  });

  it('marks a date that is none', async () => {
    const marked = await server.open(beside(), text.replace(/^team:.*$/m, '$&\ndate: soon'));
    assert.equal(marked.length, 1, JSON.stringify(marked));
    assert.match(marked[0].message, /pattern/);
  });

  /// The place right behind the colon of a key, and a text with nothing there.
  function behind(key) {
    const emptied = text.replace(new RegExp(`^( *${key}:).*$`, 'm'), '$1 ');
    const lines = emptied.split('\n');
    const line = lines.findIndex((l) => l.trim() === `${key}:`);
    return { emptied, position: { line, character: lines[line].length } };
  }

  it('offers the answers', async () => {
    const { emptied, position } = behind('data-lineage');
    const uri = beside();
    await server.open(uri, emptied);
    const offered = await server.ask('textDocument/completion', { textDocument: { uri }, position });
    const labels = offered.items.map(({ label }) => label.replaceAll('"', ''));
    assert.deepEqual(labels, ['no', 'partially', 'mostly', 'fully', 'not-applicable', 'unknown']);
    assert.match(offered.items[2].documentation, /^for most live models/);
  });

  it('offers practices with their statements', async () => {
    const lines = text.split('\n');
    const line = lines.findIndex((l) => l.startsWith('  data-lineage:'));
    lines[line] = '  data-li';
    const uri = beside();
    await server.open(uri, lines.join('\n'));
    const offered = await server.ask('textDocument/completion',
      { textDocument: { uri }, position: { line, character: lines[line].length } });
    const [practice, ...others] = offered.items;
    assert.deepEqual(others, [], 'all other practices have answers');
    assert.equal(practice.label, 'data-lineage');
    assert.equal(practice.textEdit.newText, 'data-lineage: ');
    assert.match(practice.documentation, /deployed model can be traced/);
  });

  it('takes words in any case', async () => {
    const marked = await server.open(beside(),
      text.replace(/^( *data-lineage:).*$/m, '$1 Fully').replace(/^( *data-versioned:).*$/m, '$1 N/A'));
    assert.deepEqual(marked, []);
  });

  it('tells what an answered practice means', async () => {
    const answered = text.replace(/^( *data-lineage:).*$/m, '$1 fully');
    const uri = beside();
    await server.open(uri, answered);
    const line = answered.split('\n').findIndex((l) => l.startsWith('  data-lineage:'));
    const told = await server.ask('textDocument/hover',
      { textDocument: { uri }, position: { line, character: 4 } });
    assert.match(JSON.stringify(told.contents), /deployed model can be traced/);
  });

  it('tells what a practice means', async () => {
    const { emptied, position } = behind('data-lineage');
    const uri = beside();
    await server.open(uri, emptied);
    const told = await server.ask('textDocument/hover',
      { textDocument: { uri }, position: { line: position.line, character: 4 } });
    assert.match(JSON.stringify(told.contents), /deployed model can be traced/);
  });
});
