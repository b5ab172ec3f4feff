import { factsOfCase } from '../../bot/adoption/case-facts.ts';
import type { Pseudonyms } from '../../bot/adoption/pseudonym.ts';
import { isoYearOf } from '../../bot/adoption/week.ts';
import type { Case } from '../../bot/cases/case.ts';
import { fingerprint } from '../../bot/fingerprint.ts';
import { idToday, sealedCase, sealedPerson } from '../../bot/former-ids.ts';
import { personId } from '../../bot/ids.ts';
import { askAboutFieldId, greetingId } from '../../bot/messages/ids.ts';
import type { Seal } from '../../bot/seal.ts';
import { isWeek, type Week } from '../../bot/time/iso-week.ts';
import { PRINCIPLES } from '../../bot/words.ts';
import type { Collection, Database, Doc } from './collection.ts';
import type { StoreKeys } from './store-keys.ts';

type Line = Doc & Record<string, unknown>;

const PAGE_SIZE = 500;
const FORMER_CASE = /^d[\w-]{20}$/;
const FORMER_PERSON = /^p-[\w-]{20}$/;
const FORMER_SEAL = /^[\w-]{20}$/;
/** An answer to a press or a message: a letter and the fingerprint of what it answers. */
const FORMER_ANSWER = /^([presflcau])([\w-]{20})$/;

/** Collections in which everything is looked up by ids that others have: renamed last, when nothing needs theirs. */
const LAST = ['nudges', 'drafts', 'cases', 'people'];

/**
 * Gives every person, case, nudge and message the id that is sealed with the store's key, wherever it stands, and the facts
 * of the report with them. First all contents, then all names, and those last that the renaming itself reads; so it may be
 * interrupted anywhere and run again.
 */
export const sealIds = async (database: Database, { seal, pseudonyms }: StoreKeys): Promise<void> => {
  const names = (await database.names()).filter((name) => name !== 'meta' && name !== STASH);
  const rest = names.filter((name) => !LAST.includes(name));
  const inOrder = await Promise.all([...rest, ...LAST].map((name) => open(database, name)));
  const stash = await open(database, STASH);
  await putStashed(database, stash);
  const renamed = await formerNames(database, { seal, pseudonyms });
  const known = await knownIds(inOrder);
  const inContent = (text: string): string =>
    renamed.get(text) ??
    (MAY_NAME.test(text) ? text.replace(FORMER_ID, (id) => (known.has(id) ? idToday(id, seal) : id)) : text);
  for (const collection of inOrder) {
    await eachPage(collection, async ({ _id, ...content }) => {
      const own = ofCollection(collection.name, content, seal);
      const $set = changedFields(content, own, (value) => deeply(value, inContent));
      if (Object.keys($set).length > 0) await collection.update({ _id }, { $set });
    });
  }
  // Nothing repeats a press of an earlier version under the name that this one gives it.
  await (await open(database, 'receipts')).remove({});
  const nameNow = (name: string, id: string) => renamed.get(id) ?? nameIn(name, id, seal);
  for (const { name, ...collection } of inOrder) {
    await eachPage(
      collection,
      async (doc) => {
        const now = nameNow(name, doc._id);
        if (now === doc._id) return;
        await stash.insert({ _id: `${name} ${now}`, into: name, doc: { ...doc, _id: now } });
        await collection.remove({ _id: doc._id });
      },
      () => putStashed(database, stash),
    );
  }
};

type Named = Collection<Line> & { name: string };

const open = async (database: Database, name: string): Promise<Named> => {
  const collection = await database.collection<Line>(name, []);
  return {
    name,
    insert: (doc) => collection.insert(doc),
    update: (filter, update) => collection.update(filter, update),
    updateAndGet: (filter, update) => collection.updateAndGet(filter, update),
    get: (id) => collection.get(id),
    find: (filter, options) => collection.find(filter, options),
    count: (filter) => collection.count(filter),
    remove: (filter) => collection.remove(filter),
  };
};

/** A document between its two names. A unique value of it stands in the way of having both at once. */
const STASH = 'renaming';

const putStashed = async (database: Database, stash: Collection<Line>): Promise<void> => {
  const between = await stash.find({});
  await Promise.all(between.map(async ({ into, doc }) => (await open(database, String(into))).insert(doc as Line)));
  await Promise.all(between.map(({ _id }) => stash.remove({ _id })));
};

/** Text that may be an id, or be made of ids: most of what people write has blanks. */
const MAY_NAME = /^\S{1,200}$/;
const FORMER_ID = /(?<![\w-])(?:p-|d)[\w-]{20}(?![\w-])/g;

/** The former ids that name something. A word in what people wrote may look like one. */
const knownIds = async (collections: readonly Named[]): Promise<ReadonlySet<string>> => {
  const known = new Set<string>();
  for (const { name, ...collection } of collections) {
    await eachPage(collection, async ({ _id, by, about }) => {
      const named = name === 'adminLog' ? [_id, by, about] : [_id];
      for (const text of named) for (const id of String(text).match(FORMER_ID) ?? []) known.add(id);
    });
  }
  return known;
};

const nameIn = (collection: string, id: string, seal: Seal): string => {
  if ((collection === 'teamsSaid' || collection === 'slackSaid') && FORMER_SEAL.test(id)) return seal(id);
  const answer = collection === 'deliveries' || collection === 'sandboxMessages' ? FORMER_ANSWER.exec(id) : null;
  return answer === null ? idToday(id, seal) : `${answer[1]}${seal(answer[2] ?? '')}`;
};

/** What is sealed in this collection besides ids: what a document was heard in, and which presses it has had. */
const ofCollection = (collection: string, content: Record<string, unknown>, seal: Seal): Record<string, unknown> => {
  const { receipts, lines, state } = content;
  const sealed = (value: unknown) => (typeof value === 'string' && FORMER_SEAL.test(value) ? seal(value) : value);
  if (collection === 'runs') return state === 'planning' ? { cursor: '' } : {};
  if (!Array.isArray(receipts) || !LAST.includes(collection)) return {};
  return {
    receipts: receipts.map(sealed),
    ...(Array.isArray(lines) ? { lines: lines.map((line) => ({ ...line, heard: sealed(line.heard) })) } : {}),
  };
};

const changedFields = (
  content: Record<string, unknown>,
  own: Record<string, unknown>,
  change: (value: unknown) => unknown,
): Record<string, unknown> => {
  const entries = Object.entries({ ...content, ...own }).map(([field, value]) => [field, change(value)] as const);
  return Object.fromEntries(entries.filter(([field, now]) => JSON.stringify(now) !== JSON.stringify(content[field])));
};

const deeply = (value: unknown, rename: (text: string) => string): unknown => {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((inner) => deeply(inner, rename));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deeply(inner, rename)]));
};

/** Takes page by page: the writes of a page become durable together. */
const eachPage = async (
  { find }: Pick<Collection<Line>, 'find'>,
  work: (doc: Line) => Promise<void>,
  after: () => Promise<void> = async () => undefined,
): Promise<void> => {
  for (let last = ''; ; ) {
    const page = await find({ _id: { $gt: last } }, { sort: { _id: 1 }, limit: PAGE_SIZE });
    await Promise.all(page.map(work));
    await after();
    const end = page.at(-1);
    if (end === undefined) return;
    last = end._id;
  }
};

/** Names that do not show what they were made of, each with the one that is made of the new ids. */
const formerNames = async (
  database: Database,
  { seal, pseudonyms }: StoreKeys,
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  const years = await yearsOfFacts(database);
  await eachPage(await open(database, 'people'), async ({ _id }) => {
    if (!FORMER_PERSON.test(_id)) return;
    const [former, now] = [personId(_id), personId(sealedPerson(_id, seal))];
    for (const year of years) names.set(pseudonyms.of(former, year), pseudonyms.of(now, year));
    names.set(`g${fingerprint('greeted', former)}`, greetingId(now));
    for (const principle of PRINCIPLES)
      names.set(`field.${fingerprint('field', former, principle)}`, askAboutFieldId(now, principle));
  });
  const renameFacts = (former: string, now: string, kinds: readonly string[]): void => {
    for (const kind of kinds) names.set(pseudonyms.fact(former, kind), pseudonyms.fact(now, kind));
  };
  await eachPage(await open(database, 'nudges'), async ({ _id }) => {
    const now = idToday(_id, seal);
    if (years.length > 0 && now !== _id) renameFacts(_id, now, ['nudged', 'nudge-pressed', 'quarterly']);
  });
  await eachPage(await open(database, 'cases'), async (doc) => {
    if (years.length > 0 && FORMER_CASE.test(doc._id))
      renameFacts(doc._id, sealedCase(doc._id, seal), factKinds(doc as unknown as Case));
  });
  return names;
};

/** One week of each year that has facts. */
const yearsOfFacts = async (database: Database): Promise<Week[]> => {
  const years = new Map<string, Week>();
  await eachPage(await open(database, 'facts'), async ({ week }) => {
    if (typeof week === 'string' && isWeek(week)) years.set(isoYearOf(week), week);
  });
  return [...years.values()];
};

/** What the facts of a case are named after, besides the case. Which there are does not depend on the hours of work. */
const factKinds = (c: Case): string[] => {
  const kinds: Pseudonyms = { of: () => '', fact: (_case, kind) => kind };
  const time = { localDate: (at: Date) => at.toISOString().slice(0, 10), minutesBetween: () => 0 };
  return factsOfCase(c, { time, pseudonyms: kinds }).map(({ _id }) => _id);
};
