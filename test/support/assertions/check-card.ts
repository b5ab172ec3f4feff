import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

// The package's main entry wants a browser; this one loads in Node.
const { AdaptiveCard, HostConfig, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

// The file says draft-06 with `id`, and `required: false` in two places; ajv reads the same rules without them.
const {
  $schema: _draft,
  id: _id,
  ...rules
} = JSON.parse(
  readFileSync(new URL('../../data/schemas/adaptive-card-1.6.0.json', import.meta.url), 'utf8'),
  (key, value) => (key === 'required' && value === false ? undefined : value),
) as Record<string, unknown>;
const ajv = new Ajv({ validateSchema: false, strict: false });
addFormats.default(ajv);
const validate = ajv.compile(rules);

// Unlike Teams, the package counts what stands behind "…" among the actions of a row.
const host = new HostConfig({ actions: { maxActions: 12 } });

/** Teams' own property is no part of the published schema. */
const withoutMsteams = (card: unknown): unknown =>
  JSON.parse(JSON.stringify(card), (key, value) => (key === 'msteams' ? undefined : value));

/** What the published schema and the package that draws cards say against one. */
export const faultsOfCard = (card: unknown): string[] => {
  const plain = withoutMsteams(card) as Record<string, unknown>;
  const bySchema = validate(plain)
    ? []
    : (validate.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `schema: ${instancePath} ${message}`);
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.hostConfig = host;
  parsed.parse(plain, context);
  const remarks = Array.from({ length: context.eventCount }, (_none, at) => context.getEventAt(at).message);
  const failures = parsed.validateProperties().validationEvents.map(({ message }) => message);
  // The package tests `lang` with a regular expression that remembers where it stopped: every second card "fails".
  const ours = remarks.filter((remark) => remark !== `Invalid value "${plain.lang}" for property "lang".`);
  return [...bySchema, ...[...ours, ...failures].map((message) => `adaptivecards: ${message}`)];
};
