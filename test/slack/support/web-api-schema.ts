import { readFileSync } from 'node:fs';

type Parameter = { name: string; required?: boolean; type?: string };
type Swagger = { paths: Record<string, Record<string, { parameters: Parameter[] }>> };

const file = new URL('../../data/schemas/slack-web-api-openapi2.json', import.meta.url);
const swagger: Swagger = JSON.parse(readFileSync(file, 'utf8'));

/** The published schema dates from 2021: it lacks socket mode, and does not know that `chat.update` takes no `as_user`. */
const YOUNGER = new Set(['apps.connections.open', 'auth.teams.list']);

const fits = (value: string, { type }: Parameter): boolean =>
  type === 'boolean' ? /^(?:true|false)$/.test(value) : type === 'integer' ? /^\d+$/.test(value) : true;

/** The violations of Slack's published schema in a call. The token is in a header. */
export const faultsIn = (method: string, fields: ReadonlyMap<string, string>): string[] => {
  if (YOUNGER.has(method)) return [];
  const [operation] = Object.values(swagger.paths[`/${method}`] ?? {});
  if (operation === undefined) return [`${method} is no call of Slack that we know`];
  const known = new Map(operation.parameters.map((parameter) => [parameter.name, parameter]));
  const missing = operation.parameters.filter(
    ({ name, required }) => required && name !== 'token' && !fields.has(name),
  );
  return [
    ...missing.map(({ name }) => `${method} has no ${name}`),
    ...[...fields].flatMap(([name, value]) => {
      const parameter = known.get(name);
      if (parameter === undefined) return [`${method} knows no ${name}`];
      return fits(value, parameter) ? [] : [`${method}: ${name} is no ${parameter.type}`];
    }),
  ];
};
