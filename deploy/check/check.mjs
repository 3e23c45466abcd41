// Checks the files of deploy/ that nothing here can run: `npm ci && node check.mjs` in this folder, after the jar was built.
// Each kind of check first has to find a mistake that is put in on purpose.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import * as compose from './compose.mjs';
import * as image from './image.mjs';
import * as kubernetes from './kubernetes.mjs';
import * as tarball from './tarball.mjs';

const deploy = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const root = dirname(deploy);
let passed = 0;
let failed = 0;

function report(what, problems) {
  if (problems.length === 0) passed++;
  else failed++;
  for (const problem of problems) console.log(`${what}: ${problem}`);
}

/** Fails unless the check finds something. */
const sabotaged = async (what, check) => report(what, (await check()).length > 0 ? [] : ['a mistake that was put in is not found']);

const read = (file) => readFileSync(join(deploy, file), 'utf8');

function yaml(file) {
  const documents = parseAllDocuments(read(file), { merge: true, uniqueKeys: true, strict: true });
  const problems = documents.flatMap((document) => [...document.errors, ...document.warnings]).map((e) => e.message);
  report(`${file} is YAML`, problems);
  return documents.map((document) => document.toJS());
}

const files = readdirSync(deploy, { recursive: true }).filter((file) => !/(^|\/)(node_modules|secrets)(\/|$)/.test(file));
const manifests = files
  .filter((file) => /^kubernetes\/.*\.yaml$/.test(file))
  .flatMap((file) => yaml(file).map((manifest) => ({ file, manifest })));
for (const { file, manifest } of manifests) {
  report(`${file} by Kubernetes' schema`, await kubernetes.problemsOf(manifest));
}
const byKind = (kind) => structuredClone(manifests.find(({ manifest }) => manifest.kind === kind).manifest);
await sabotaged('a misspelt field', () => {
  const deployment = byKind('Deployment');
  deployment.spec.template.spec.containers[0].readynessProbe = {};
  return kubernetes.problemsOf(deployment);
});
await sabotaged('a value of another type', () => {
  const deployment = byKind('Deployment');
  deployment.spec.replicas = 'three';
  return kubernetes.problemsOf(deployment);
});

/** What has to agree between the manifests. */
function disagreements(deployment, { resources }) {
  const label = 'app.kubernetes.io/name';
  const labelled = deployment.spec.template.metadata.labels[label];
  const problems = [];
  const selectors = {
    Deployment: deployment.spec.selector.matchLabels,
    Service: byKind('Service').spec.selector,
    PodDisruptionBudget: byKind('PodDisruptionBudget').spec.selector.matchLabels,
    NetworkPolicy: byKind('NetworkPolicy').spec.podSelector.matchLabels,
  };
  for (const [kind, selector] of Object.entries(selectors)) {
    if (selector[label] !== labelled) problems.push(`${kind} selects other pods`);
  }
  if (byKind('PodDisruptionBudget').spec.minAvailable >= deployment.spec.replicas) problems.push('no pod may ever be moved');
  const [container] = deployment.spec.template.spec.containers;
  const { securityContext: pod } = deployment.spec.template.spec;
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    if (!/^\/health\/(live|ready)$/.test(container[probe]?.httpGet?.path)) problems.push(`${probe} asks for no health`);
  }
  if (!container.resources?.limits?.memory || !container.resources.requests?.cpu) problems.push('no limit of memory, or no request of processor time');
  if (!container.securityContext?.readOnlyRootFilesystem || !pod?.runAsNonRoot) problems.push('not confined');
  const [user] = image.lastStage(read('docker/Dockerfile')).filter(([name]) => name === 'USER').at(-1)[1].split(':');
  if (String(pod?.runAsUser) !== user) problems.push('runs as another user than the image');
  const listed = manifests.map(({ file }) => file.replace('kubernetes/', '')).filter((file) => file !== 'kustomization.yaml');
  if (String([...resources].sort()) !== String(listed.sort())) problems.push('kustomization.yaml lists other files than there are');
  return problems;
}
report('manifests together', disagreements(byKind('Deployment'), byKind('Kustomization')));
await sabotaged('pods that nothing selects', () => {
  const deployment = byKind('Deployment');
  deployment.spec.template.metadata.labels = {};
  return disagreements(deployment, byKind('Kustomization'));
});

const [composed] = yaml('compose/compose.yaml');
report('compose.yaml by the schema', compose.problemsOf(composed));
await sabotaged('a misspelt key', () => compose.problemsOf({ ...composed, services: { web: { image: 'x', read_onyl: true } } }));
await sabotaged('a volume that is not there', () => compose.problemsOf({ ...composed, volumes: {} }));
for (const file of files.filter((file) => /\.ya?ml$/.test(file) && !file.startsWith('kubernetes/') && file !== 'compose/compose.yaml')) yaml(file);

const dockerfile = read('docker/Dockerfile');
report('Dockerfile', image.problemsOf(dockerfile, root));
await sabotaged('an image that runs as root', () => image.problemsOf(dockerfile.replace(/^USER .*$/m, ''), root));
await sabotaged('an image of a file that is not there', () => image.problemsOf(dockerfile.replace('deploy/docker/healthy', 'deploy/docker/well'), root));

const built = tarball.read(join(root, 'bootstrap/target/orgstead-image.tar'));
report('the image that Maven makes', tarball.problemsOf(built, dockerfile));
await sabotaged('a launcher that is no program', () => tarball.problemsOf(tarball.changed(built, '/opt/orgstead/bin/orgstead', { mode: '-rw-r--r--' }), dockerfile));
await sabotaged('a second copy of the libraries', () => tarball.problemsOf(tarball.changed(built, '/app/libs/javalin.jar', { mode: '-rw-r--r--', size: 1 }), dockerfile));
await sabotaged('another user', () => tarball.problemsOf({ ...built, config: { ...built.config, User: 'root' } }, dockerfile));

// Every setting that is named in deploy/ is one that the jar knows.
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
const help = execFileSync(java, ['-jar', join(root, 'bootstrap/target/orgstead.jar'), '--help'], { encoding: 'utf8' });
const flags = [...help.matchAll(/^ +--([a-z-]+)=/gm)].map(([, flag]) => `ORGSTEAD_${flag.toUpperCase().replaceAll('-', '_').replace(/_FILE$/, '')}`);
const known = new Set(flags);
const strangers = (text) => [...new Set(text.match(/ORGSTEAD_[A-Z][A-Z_]*[A-Z]/g))].filter((name) => !known.has(name.replace(/_FILE$/, '')));
for (const file of files.filter((file) => /\.(yaml|service|conf|sh)$|Dockerfile$|bin\/orgstead$/.test(file))) {
  report(relative(root, join(deploy, file)), strangers(read(file)).map((name) => `${name} is no setting`));
}
await sabotaged('a setting that does not exist', () => strangers('ORGSTEAD_JTW_SECRET'));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
