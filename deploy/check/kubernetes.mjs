// Kubernetes' own schemas (its OpenAPI description, compiled to validators in the package kubernetes-models), and
// strictly: they let unknown fields pass, so what a validator does not even look at is reported as well.
const GROUPS = {
  v1: 'kubernetes-models/v1',
  'apps/v1': 'kubernetes-models/apps/v1',
  'policy/v1': 'kubernetes-models/policy/v1',
  'networking.k8s.io/v1': 'kubernetes-models/networking.k8s.io/v1',
  'autoscaling/v2': 'kubernetes-models/autoscaling/v2',
};
const KUSTOMIZATION = ['apiVersion', 'kind', 'namespace', 'resources', 'images'];

// A view of the value that notes which fields were read; a validator reads those that its schema has.
function watched(value, path, seen) {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return target[key];
      seen.add(`${path}/${key}`);
      return watched(target[key], `${path}/${key}`, seen);
    },
    // Whoever lists the fields takes any of them: a map, such as labels.
    ownKeys(target) {
      for (const key of Reflect.ownKeys(target)) seen.add(`${path}/${String(key)}`);
      return Reflect.ownKeys(target);
    },
  });
}

function* fields(value, path = '') {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    yield `${path}/${key}`;
    yield* fields(inner, `${path}/${key}`);
  }
}

/** What is wrong with a manifest, a line each. */
export async function problemsOf(manifest) {
  const { apiVersion, kind } = manifest;
  if (kind === 'Kustomization') {
    return Object.keys(manifest).filter((key) => !KUSTOMIZATION.includes(key)).map((key) => `/${key} is unknown`);
  }
  const group = GROUPS[apiVersion];
  const Model = group && (await import(group))[kind];
  if (!Model) return [`no schema of ${apiVersion} ${kind}`];
  const seen = new Set();
  const problems = [];
  try {
    Object.getPrototypeOf(new Model({})).validate.call(watched(manifest, '', seen));
  } catch (failure) {
    problems.push(failure.message);
  }
  for (const field of fields(manifest)) {
    const parent = field.slice(0, field.lastIndexOf('/'));
    if (!seen.has(field) && (parent === '' || seen.has(parent))) problems.push(`${field} is unknown`);
  }
  return problems;
}
