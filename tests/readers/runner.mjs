// A runner of GitHub's, as far as action.yml needs one: a composite action, run step by step for a
// calling repository by an unprivileged user, who may not write to the action's folder. The only
// address that it reaches is a server of the test: the release and GitHub's interface.
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync,
  readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root, run, temporary_folder } from './support.mjs';

const found = (tool) => {
  const { out } = run('sh', ['-c', `command -v ${tool}`]);
  if (!out) throw new Error(`no ${tool} here`);
  return out.trim();
};
const as_root = process.getuid() === 0;
/// Tests often run as root; steps then run as nobody.
export const unprivileged = as_root
  ? [found('setpriv'), '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : [];

/// Gives a folder to the user who runs the steps.
export function hand_over(path) {
  if (!as_root) return;
  chownSync(path, 65534, 65534);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) {
    if (!lstatSync(join(path, name)).isSymbolicLink()) hand_over(join(path, name));
  }
}

/// A folder that both users may enter.
export function open_folder() {
  const folder = temporary_folder();
  chmodSync(folder, 0o755);
  return folder;
}

/// A folder with nothing but the tools that are named, as PATH.
export function tools(folder, names) {
  mkdirSync(folder);
  for (const name of names) symlinkSync(found(name), join(folder, name));
  return folder;
}

/// All that the action may need of a machine.
export const needed = ['bash', 'sh', 'awk', 'cat', 'chmod', 'cp', 'curl', 'cut', 'dirname',
  'env', 'find', 'git', 'grep', 'gzip', 'head', 'mkdir', 'mktemp', 'mv', 'od', 'rm', 'sed',
  'sha256sum', 'sort', 'tar', 'tr', 'uname', 'wc', 'xargs'];

/// Starts a server that answers by `reply(request, body) -> {status, body}`, and lists what it was
/// asked. It does not keep the test's process alive.
export async function serve(reply) {
  const asked = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url}`);
      const { status = 200, body = '', location } = reply(request, Buffer.concat(chunks).toString());
      response.writeHead(status, location ? { location } : {});
      response.end(body);
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return { address: `http://127.0.0.1:${server.address().port}`, asked };
}

/// Runs a command without stopping the server. Returns its status, and stdout and stderr as a log has
/// them.
export function started(command, args, options) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', failed);
    child.on('close', (status) => done({ status, log: Buffer.concat(chunks).toString() }));
  });
}

/// The list of changes as a release has it.
export const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  .replace(/^## Next[^]*?(?=^## )/m, '');
/// The version of the last release.
export const version = /^## (\d[\d.]*)/m.exec(changes)[1];

/// An action's folder as a runner unpacks it: nobody may write there. `change(folder)` prepares it.
export function unpacked(workspace, ref, change = () => {}) {
  const folder = join(workspace, '_actions/your-org/mlops-assess', ref);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, 'action.yml'), join(folder, 'action.yml'));
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  writeFileSync(join(folder, 'CHANGELOG.md'), changes);
  change(folder);
  run('chmod', ['-R', 'a-w,a+rX', folder]);
  return folder;
}

/// What an expression of the action comes to. Contexts are objects; what they lack is ''.
function value_of(expression, contexts, failed) {
  const look = (path) => path.split('.').reduce((value, key) => value?.[key] ?? '', contexts);
  const script = expression.replace(/'(?:[^']|'')*'|[a-z]+(?:\.[\w-]+)+/g, (part) =>
    (part.startsWith("'") ? JSON.stringify(part.slice(1, -1).replaceAll("''", "'"))
      : JSON.stringify(String(look(part)))));
  return new Function('success', 'failure', `return ${script};`)(() => !failed, () => failed);
}

const filled = (text, contexts, failed) =>
  String(text).replace(/\$\{\{(.*?)\}\}/g, (_, inner) => value_of(inner.trim(), contexts, failed));

/// Lines `name=value` and `name<<END` of a file for the runner.
function commands(text) {
  const values = {};
  const lines = text.split('\n');
  while (lines.length > 1) {
    const line = lines.shift();
    const [, name, end] = /^([^=<]+)<<(.*)$/.exec(line) ?? [];
    if (name) {
      const at = lines.indexOf(end);
      if (at < 0) throw new Error(`no end of ${name}`);
      values[name] = lines.splice(0, at + 1).slice(0, -1).join('\n');
    } else {
      const at = line.indexOf('=');
      if (at < 0) throw new Error(`not an output: ${line}`);
      values[line.slice(0, at)] = line.slice(at + 1);
    }
  }
  return values;
}

/// Runs the action. `machine` is what outlives the job: {server, cache, path, env}. Returns status,
/// log, outputs, summary, the folders that it added to PATH, and milliseconds.
export async function run_action(folder, repository, inputs, machine, event = {}) {
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const job = open_folder();
  const temporary = join(job, '_temp');
  for (const name of [temporary, join(job, 'home')]) mkdirSync(name);
  for (const name of Object.keys(inputs))
    if (!(name in action.inputs)) throw new Error(`no input ${name}`);
  const github = { token: 'a-token', event, action_repository: 'your-org/mlops-assess' };
  const contexts = { github, steps: {}, inputs: {} };
  for (const [name, { default: value = '' }] of Object.entries(action.inputs))
    contexts.inputs[name] = inputs[name] ?? filled(value, contexts, false);

  const before = Date.now();
  const done = { status: 0, log: '', summary: '', paths: [] };
  for (const [at, step] of action.runs.steps.entries()) {
    let condition = step.if ?? 'success()';
    if (!/\b(success|failure|always|cancelled)\(/.test(condition))
      condition = `success() && (${condition})`;
    if (!value_of(condition, contexts, done.status !== 0)) continue;
    if (step.shell !== 'bash') throw new Error(`shell ${step.shell}`);
    const file = (name) => {
      const path = join(temporary, `${name}-${at}`);
      writeFileSync(path, '');
      return path;
    };
    const files = { GITHUB_OUTPUT: file('output'), GITHUB_PATH: file('path'),
      GITHUB_STEP_SUMMARY: file('summary') };
    const script = file('script');
    writeFileSync(script, step.run);
    hand_over(job);
    const env = Object.fromEntries(Object.entries(step.env ?? {})
      .map(([name, text]) => [name, filled(text, contexts, done.status !== 0)]));
    const [command, ...args] = [...unprivileged, found('bash'), '--noprofile', '--norc', '-e', '-o',
      'pipefail', script];
    const ran = await started(command, args, {
      cwd: repository,
      env: { PATH: [...done.paths.slice().reverse(), machine.path].join(':'), HOME: join(job, 'home'),
        CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: folder,
        GITHUB_WORKSPACE: repository, GITHUB_REPOSITORY: 'their-org/churn', GITHUB_SHA: '5ca1ab1e',
        GITHUB_SERVER_URL: machine.server, GITHUB_API_URL: `${machine.server}/api`,
        RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: machine.cache,
        http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', no_proxy: '127.0.0.1',
        ...env, ...machine.env, ...files },
    });
    done.log += ran.log;
    done.summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    done.paths.push(...readFileSync(files.GITHUB_PATH, 'utf8').split('\n').filter(Boolean));
    if (step.id)
      contexts.steps[step.id] = { outputs: commands(readFileSync(files.GITHUB_OUTPUT, 'utf8')) };
    if (ran.status !== 0 && done.status === 0) done.status = ran.status;
  }
  done.milliseconds = Date.now() - before;
  done.outputs = Object.fromEntries(Object.entries(action.outputs)
    .map(([name, { value }]) => [name, filled(value, contexts, done.status !== 0)]));
  return done;
}

/// Puts files into the folder of a release: NAME to text or a folder to pack, and their sums.
export function release(folder, packed) {
  mkdirSync(folder, { recursive: true });
  for (const [name, [parent, inside]] of Object.entries(packed))
    run('tar', ['-czf', join(folder, name), '-C', parent, inside]);
  const names = Object.keys(packed);
  const sums = run('sha256sum', names, { cwd: folder }).out;
  writeFileSync(join(folder, 'SHA256SUMS'), sums);
  return folder;
}

/// What a server of files replies: the file, or 404.
export function file_reply(folder, url) {
  const path = join(folder, decodeURIComponent(url));
  return existsSync(path) ? { body: readFileSync(path) } : { status: 404, body: 'Not Found' };
}
