// The image as its Dockerfile describes it: as far as it goes without an engine.
import { existsSync, statSync } from 'node:fs';

/** The instructions of the last stage, as [name, rest]. */
export function lastStage(dockerfile) {
  const instructions = dockerfile
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => /^(\w+)\s+(.*)$/.exec(line.trim())?.slice(1) ?? [line, '']);
  return instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
}

/** What is wrong with the image, a line each. `root` is the folder that it is built from. */
export function problemsOf(dockerfile, root) {
  const stage = lastStage(dockerfile);
  const all = (name) => stage.filter(([each]) => each === name).map(([, rest]) => rest);
  const problems = [];
  const copied = new Map();
  for (const copy of all('COPY')) {
    const words = copy.split(/\s+/).filter((word) => !word.startsWith('--'));
    const mode = /--chmod=(\d+)/.exec(copy)?.[1];
    const built = copy.includes('--from=build');
    const source = built ? words[0].replace(/^\/src\//, '') : words[0];
    copied.set(words.at(-1), mode);
    if (!existsSync(`${root}/${source}`)) problems.push(`COPY of ${source}, which is not there`);
    else if (!built && !statSync(`${root}/${source}`).isFile()) problems.push(`COPY of ${source}, which is no file`);
  }
  const user = all('USER').at(-1) ?? 'root';
  if (!/^[1-9]\d*:[1-9]\d*$/.test(user)) problems.push(`runs as ${user}: not a number other than 0, which Kubernetes wants to see`);
  const [entry] = JSON.parse(all('ENTRYPOINT').at(-1) ?? '[null]');
  const probe = /CMD\s+\["([^"]+)"/.exec(all('HEALTHCHECK').at(-1) ?? '')?.[1];
  for (const [what, program] of [['ENTRYPOINT', entry], ['HEALTHCHECK', probe]]) {
    if (!program) problems.push(`has no ${what}`);
    else if (copied.get(program) !== '0755') problems.push(`${what} ${program} is not copied in as an executable`);
  }
  if (!/:25-jre$/.test(all('FROM')[0])) problems.push(`is built on ${all('FROM')[0]}, not on a JRE 25`);
  const volumes = JSON.parse(all('VOLUME').at(-1) ?? '[]');
  for (const place of ['/var/lib/orgstead', '/tmp']) {
    if (!volumes.includes(place)) problems.push(`${place} is no volume: with a read-only file system it cannot be written to`);
  }
  return problems;
}
