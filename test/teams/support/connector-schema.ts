import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

type Operation = { parameters: { in: string; schema?: { $ref: string } }[] };
type Swagger = {
  paths: Record<string, Record<string, Operation>>;
  definitions: Record<string, { properties?: Record<string, unknown> }>;
};

const file = new URL('../../data/schemas/bot-connector-openapi2.json', import.meta.url);
const swagger: Swagger = JSON.parse(readFileSync(file, 'utf8'));

// ajv ignores Swagger's own keywords; it checks types and required fields.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true }).addSchema(swagger, 'connector');

const routes = Object.entries(swagger.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    schema: operation.parameters.find((parameter) => parameter.in === 'body')?.schema ?? null,
  })),
);

/** Teams supports one call that the published schema lacks: reading a single member, which `TeamsInfo` also uses. */
const MEMBER = /^\/v3\/conversations\/[^/]+\/members\/[^/]+$/;

/** The violations of the connector's published schema in a request. */
export const faultsIn = (method: string, path: string, body: unknown): string[] => {
  if (method === 'GET' && MEMBER.test(path)) return [];
  const route = routes.find((candidate) => candidate.method === method && candidate.pattern.test(path));
  if (route === undefined) return [`${method} ${path} is no call of the connector`];
  if (route.schema === null) return [];
  const name = route.schema.$ref.split('/').at(-1) ?? '';
  // Compiled once for each name; a schema given as an object would be compiled for each request.
  const validate = ajv.getSchema(`connector#/definitions/${name}`);
  if (validate === undefined) return [`${name} is not in the connector's schema`];
  if (!validate(body)) return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const known = Object.keys(swagger.definitions[name]?.properties ?? {});
  return Object.keys(body as object)
    .filter((key) => !known.includes(key))
    .map((key) => `${name} has no ${key}`);
};
