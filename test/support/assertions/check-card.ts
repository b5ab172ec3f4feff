import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

// The package's main entry needs a browser; this one loads in Node.
const { AdaptiveCard, HostConfig, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

// The file declares draft-06 with `id`, and has `required: false` in two places; without them ajv reads the same rules.
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

// Unlike Teams, the package counts the actions behind "…" as part of the row.
const host = new HostConfig({ actions: { maxActions: 12 } });

/** The published schema does not include `msteams`, Teams' own property. */
const withoutMsteams = (card: unknown): unknown =>
  JSON.parse(JSON.stringify(card), (key, value) => (key === 'msteams' ? undefined : value));

/** Everything that the published schema and the `adaptivecards` package object to in a card. */
export const faultsOfCard = (card: unknown): string[] => {
  const plain = withoutMsteams(card) as Record<string, unknown>;
  const schemaErrors = validate(plain)
    ? []
    : (validate.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `schema: ${instancePath} ${message}`);
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.hostConfig = host;
  parsed.parse(plain, context);
  const remarks = Array.from({ length: context.eventCount }, (_none, index) => context.getEventAt(index).message);
  const failures = parsed.validateProperties().validationEvents.map(({ message }) => message);
  // The package tests `lang` with a stateful regular expression (flag g), so every second card "fails".
  const ours = remarks.filter((remark) => remark !== `Invalid value "${plain.lang}" for property "lang".`);
  return [...schemaErrors, ...[...ours, ...failures].map((message) => `adaptivecards: ${message}`)];
};
