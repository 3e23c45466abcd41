// The image that Maven makes without an engine (`-Pimage`): what is in it, and whether it agrees with the Dockerfile's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastStage } from './image.mjs';

/** The configuration of an image, and its files by path. */
export function read(tar) {
  const work = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    execFileSync('tar', ['-xf', tar, '-C', work]);
    const [manifest] = JSON.parse(readFileSync(join(work, 'manifest.json'), 'utf8'));
    const { config } = JSON.parse(readFileSync(join(work, manifest.Config), 'utf8'));
    const files = new Map();
    for (const layer of manifest.Layers) {
      const listing = execFileSync('tar', ['--numeric-owner', '-tzvf', join(work, layer)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      for (const line of listing.trim().split('\n')) {
        const [mode, , size, , , ...path] = line.split(/\s+/);
        files.set(`/${path.join(' ').replace(/^\//, '')}`, { mode, size: Number(size) });
      }
    }
    return { config, files };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The same image with another file. */
export const changed = ({ config, files }, path, file) => ({
  config,
  files: new Map([...files, [path, { ...files.get(path), ...file }]]),
});

/** What is wrong with the image, a line each. */
export function problemsOf({ config, files }, dockerfile) {
  const problems = [];
  const stage = lastStage(dockerfile);
  const rest = (name) => stage.filter(([each]) => each === name).at(-1)?.[1];
  const same = (what, here, there) => {
    if (JSON.stringify(here) !== JSON.stringify(there)) problems.push(`${what} is ${JSON.stringify(here)}, in the Dockerfile ${JSON.stringify(there)}`);
  };
  same('USER', config.User, rest('USER'));
  same('ENTRYPOINT', config.Entrypoint, JSON.parse(rest('ENTRYPOINT')));
  same('VOLUME', Object.keys(config.Volumes ?? {}).sort(), JSON.parse(rest('VOLUME')).sort());
  same('EXPOSE', Object.keys(config.ExposedPorts ?? {}), [`${rest('EXPOSE')}/tcp`]);
  const environment = stage.filter(([name]) => name === 'ENV').flatMap(([, text]) => text.match(/\w+=("[^"]*"|\S+)/g));
  for (const pair of environment.map((each) => each.replaceAll('"', ''))) {
    // The archive of classes is made by running the server, which takes an engine.
    if (!pair.startsWith('ARCHIVE=') && !config.Env.includes(pair)) problems.push(`has not ${pair}`);
  }
  const expected = { '/opt/orgstead/bin/orgstead': 'x', '/opt/orgstead/bin/healthy': 'x', '/opt/orgstead/lib/orgstead.jar': '-' };
  for (const [path, execution] of Object.entries(expected)) {
    const file = files.get(path);
    if (!file?.size) problems.push(`${path} is missing or empty`);
    else if (file.mode.at(-1) !== execution) problems.push(`${path} has mode ${file.mode}`);
  }
  for (const [path, { mode }] of files) {
    if (!mode.startsWith('d') && !(path in expected)) problems.push(`${path} does not belong there`);
  }
  return problems;
}
