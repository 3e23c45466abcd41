// Runs the README's own commands against the jar that was just built, and compares what they print with what the README
// shows. `--update` writes the real output into the README instead.
//
// A block is ```console, a command after "$ " (continued by a backslash), then its output. Ids, times, tokens and other
// values that differ from run to run are compared by shape.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const README = 'README.md';
const JAR = resolve('bootstrap/target/orgstead.jar');
const update = process.argv.includes('--update');

const text = readFileSync(README, 'utf8');
const serve = /^\.\/mvnw -q -DskipTests package && (java -jar bootstrap\/target\/orgstead\.jar)$/m.exec(text);
if (!serve) throw new Error(`${README} no longer has the command that starts the server`);

const shape = (output) =>
  output
    .replace(/\b[0-9a-f]{24}\b/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, '<time>')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
    .replace(/"request_id":"[^"]*"/g, '"request_id":"<id>"')
    .trim();

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'readme-'));
const port = await freePort();
const server = spawn('java', ['-jar', JAR], {
  cwd: folder,
  env: { ...process.env, ORGSTEAD_HTTP_PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let failures = 0;
try {
  await new Promise((ready, failed) => {
    server.stdout.on('data', (line) => String(line).includes('is ready on') && ready());
    server.on('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
  const script = join(folder, 'walk.sh');
  const blocks = [...text.matchAll(/^```console\n\$ ((?:.*\\\n)*.*)\n([\s\S]*?)^```$/gm)];
  if (blocks.length === 0) throw new Error(`${README} has no commands`);
  let updated = text;
  let earlier = '';
  for (const [block, command, expected] of blocks) {
    // One shell for all: what an earlier command set, a later one uses. Its output was looked at already.
    writeFileSync(script, `set -u\n${earlier}\n${command.replaceAll(':8080', `:${port}`)}\n`);
    const actual = execFileSync('bash', [script], { cwd: folder, encoding: 'utf8' })
      .replaceAll(`:${port}`, ':8080');
    if (/^[A-Z]+=/.test(command)) earlier += `${command}\n`;
    if (update) {
      updated = updated.replace(block, () => `\`\`\`console\n$ ${command}\n${actual.trim()}${actual.trim() ? '\n' : ''}\`\`\``);
    } else if (shape(actual) !== shape(expected)) {
      failures++;
      console.log(`$ ${command}\n--- the README shows\n${shape(expected)}\n--- the jar prints\n${shape(actual)}`);
    }
  }
  if (update) writeFileSync(README, updated);
  const code = await new Promise((ended) => {
    server.removeAllListeners('exit');
    server.on('exit', ended);
    server.kill('SIGTERM');
  });
  if (code !== 0) {
    failures++;
    console.log(`the server ended with ${code} on SIGTERM`);
  }
  console.log(`${blocks.length - failures} passed, ${failures} failed`);
} finally {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failures ? 1 : 0);
