import { foundBy } from '../../bot/people/find-colleagues.ts';
import { homeOf, NEVER, type Person } from '../../bot/people/person.ts';
import { DAY, WEEK } from '../../bot/time/units.ts';
import type { Database, Doc } from './collection.ts';
import { sealIds } from './seal-ids.ts';
import type { StoreKeys } from './store-keys.ts';
import type { StoredPerson } from './whole-people.ts';

/** One migration to version `to`. It must be safe to rerun from the start and to run concurrently with itself. */
export type Migration = { to: number; run(database: Database, keys: StoreKeys): Promise<void> };

type Line = Doc & Record<string, unknown>;

/** 2: unprocessed lines move to `sandboxLines`, so that displayed messages have a sequence of their own. */
const moveWaitingLines = async (database: Database): Promise<void> => {
  const shown = await database.collection<Line>('sandboxMessages', []);
  const waiting = await database.collection<Line>('sandboxLines', []);
  for (const { seq: _seq, pending: _pending, ...line } of await shown.find({ pending: true })) {
    await waiting.insert({ ...line, heldAt: new Date() });
    await shown.remove({ _id: line._id, pending: true });
  }
};

/** 3: people can leave, agents can be listed and have substitutes, and a case can ask for its asker's unit. */
const knowMoreOfPeople = async (database: Database): Promise<void> => {
  const people = await database.collection<Line>('people', []);
  for (const { _id, agent, absences } of await people.find({ leaving: { $exists: false } })) {
    const away = Array.isArray(absences) ? absences.map((absence: object) => ({ substitute: null, ...absence })) : [];
    const profile = typeof agent === 'object' && agent !== null ? { shown: false, place: null, ...agent } : null;
    const $set = { imported: false, left: null, leaving: false, agent: profile, absences: away };
    await people.update({ _id, leaving: { $exists: false } }, { $set });
  }
  const cases = await database.collection<Line>('cases', []);
  for (const { _id } of await cases.find({ asksUnit: { $exists: false } })) {
    await cases.update({ _id }, { $set: { asksUnit: false } });
  }
};

/** 4: a card has a platform. Until now it was where its person last wrote; a card without a person is removed. */
const knowWhereCardsStand = async (database: Database): Promise<void> => {
  const people = await database.collection<Pick<Person, '_id' | 'addresses'>>('people', []);
  const posts = await database.collection<Line>('posts', []);
  for (const { _id, person } of await posts.find({ platform: { $exists: false } })) {
    const whose = await people.get(String(person));
    const home = whose === null ? null : homeOf(whose);
    if (home === null) await posts.remove({ _id, platform: { $exists: false } });
    else await posts.update({ _id, platform: { $exists: false } }, { $set: { platform: home.platform } });
  }
};

/** 5: two people can be joined into one, and a person can be separated from a chat account. */
const knowWhoIsOne = async (database: Database): Promise<void> => {
  const people = await database.collection<Line>('people', []);
  for (const { _id } of await people.find({ joining: { $exists: false } }, { fields: [] })) {
    const $set = { joined: null, joining: false, apart: [] };
    await people.update({ _id, joining: { $exists: false } }, { $set });
  }
};

/** 6: cases older than the facts are counted too. */
const countOlderCases = async (database: Database): Promise<void> => {
  const cases = await database.collection<Line>('cases', []);
  for (const { _id } of await cases.find({}, { fields: [] })) {
    await cases.update({ _id }, { $set: { toCount: true } });
  }
};

/**
 * 7: the report also shows how many have paused or stopped, and the answers to the quarterly question. These are
 * unknown for closed weeks, which do not change; publications are rebuilt.
 */
const knowHowPeopleStand = async (database: Database): Promise<void> => {
  for (const name of ['headcounts', 'rollups']) {
    const weeks = await database.collection<Line>(name, []);
    const sums = name === 'rollups' ? { quarterly: [], answerers: [] } : {};
    for (const { _id } of await weeks.find({ standing: { $exists: false } }, { fields: [] })) {
      await weeks.update({ _id, standing: { $exists: false } }, { $set: { standing: null, ...sums } });
    }
  }
  const publications = await database.collection<Line>('publications', []);
  await publications.remove({ _id: { $gt: '' } });
};

/**
 * 8: the asker is asked once how it went, and the report shows the outcome of next steps. Cases that should have been
 * asked about more than two weeks ago are skipped; closed weeks count none.
 */
const askHowItWent = async (database: Database): Promise<void> => {
  const cases = await database.collection<Line>('cases', []);
  const fields = ['state', 'closedAt', 'step', 'dueAt'];
  for (const { _id, state, closedAt, step, dueAt } of await cases.find({ followUp: { $exists: false } }, { fields })) {
    const at = timeToAsk(state, closedAt, step);
    const isSoon = at !== null && at.getTime() > Date.now() - 2 * WEEK;
    const next = isSoon && !(dueAt instanceof Date && dueAt < at) ? { dueAt: at } : {};
    await cases.update({ _id, followUp: { $exists: false } }, { $set: { followUp: null, ...next } });
  }
  const rollups = await database.collection<Line>('rollups', []);
  for (const { _id } of await rollups.find({ stepsKept: { $exists: false } }, { fields: [] })) {
    await rollups.update({ _id, stepsKept: { $exists: false } }, { $set: { stepsKept: [], followed: [] } });
  }
  const publications = await database.collection<Line>('publications', []);
  await publications.remove({ _id: { $gt: '' } });
};

/** Approximate: the job that picks up the case then determines the hour. */
const timeToAsk = (state: unknown, closedAt: unknown, step: unknown): Date | null => {
  if (state !== 'answered' && state !== 'closed') return null;
  if (typeof step === 'object' && step !== null && 'date' in step && 'state' in step && step.state === 'accepted')
    return new Date(`${step.date}T00:00:00Z`);
  return state === 'closed' && closedAt instanceof Date ? new Date(closedAt.getTime() + 2 * WEEK) : null;
};

/** 9: stood on main for an evening and was taken back. Some stores ran it, so its number is never used again. */
const takenBack = async (): Promise<void> => undefined;

/** 10: the migration that was taken back marked everybody as not erased, and such a mark keeps "slet mig" from working. */
const dropEmptyErasureMarks = async (database: Database): Promise<void> => {
  const people = await database.collection<Line>('people', []);
  const marked = await people.find({ nobody: { $exists: true } }, { fields: ['nobody', 'forgetting'] });
  for (const { _id, nobody, forgetting } of marked) {
    const $unset = {
      ...(nobody === true ? {} : { nobody: true }),
      ...(forgetting === null ? { forgetting: true } : {}),
    };
    await people.update({ _id }, { $unset });
  }
};

/**
 * 11: a person keeps what the list and each platform say of them. Until now there was one e-mail address. Where two
 * platforms may have given it, it counts as Slack's, which vouches for less. Nobody was asked lately, so each account is
 * looked at again at its next word.
 */
const knowWhoSaidWhat = async (database: Database): Promise<void> => {
  const people = await database.collection<Line>('people', []);
  const fields = ['name', 'email', 'imported', 'addresses'];
  for (const { _id, name, email, imported, addresses } of await people.find({ said: { $exists: false } }, { fields })) {
    const platforms = (Array.isArray(addresses) ? addresses : []).map(({ platform }: { platform: string }) => platform);
    const by = imported === true ? 'list' : platforms.includes('slack') ? 'slack' : (platforms[0] ?? 'list');
    const said = typeof email === 'string' ? [{ by, name, email: email.toLowerCase(), at: NEVER }] : [];
    await people.update({ _id, said: { $exists: false } }, { $set: { said, closed: [] } });
  }
};

/** 12: what could not be delivered is found by its recipient, so that it can be sent when they come back. */
const findUndelivered = async (database: Database): Promise<void> => {
  const deliveries = await database.collection<Line>('deliveries', []);
  for (const state of ['unreachable', 'failed']) {
    const ended = { state, undelivered: { $exists: false } };
    for (const { _id, to } of await deliveries.find(ended, { fields: ['to'] }))
      await deliveries.update({ _id, ...ended }, { $set: { undelivered: to } });
  }
};

/**
 * 13: a case remembers that it was brought up while nobody had it. Until now the clock never looked at such a case, nor
 * at one whose agent had not written, so it looks at them now.
 */
const letNothingWaitInSilence = async (database: Database): Promise<void> => {
  const cases = await database.collection<Line>('cases', []);
  const fields = ['state', 'askedAt'];
  for (const { _id, state, askedAt } of await cases.find({ waitRemindedAt: { $exists: false } }, { fields })) {
    const next = state === 'waiting' || state === 'active' ? { dueAt: askedAt } : {};
    await cases.update(
      { _id, waitRemindedAt: { $exists: false } },
      { $set: { waitRemindedAt: null, humanToldAt: null, ...next } },
    );
  }
};

/** 14: a draft keeps the lines it was written in. Until now it was one line, and the draft was named after it. */
const keepLinesOfDrafts = async (database: Database): Promise<void> => {
  const drafts = await database.collection<Line>('drafts', []);
  const fields = ['text', 'at', 'receipts'];
  for (const { _id, text, at, receipts } of await drafts.find({ lines: { $exists: false } }, { fields })) {
    const heard = _id.slice(1);
    const $set = {
      lines: text === '' ? [] : [{ heard, text, at }],
      takesLinesOf: _id,
      previews: 1,
      receipts: [heard, ...(Array.isArray(receipts) ? receipts : [])],
    };
    await drafts.update({ _id, lines: { $exists: false } }, { $set });
  }
};

/** 15: a draft knows when it ends. Those of earlier versions get four days, so that none ends over a weekend. */
const keepDraftsLonger = async (database: Database): Promise<void> => {
  const drafts = await database.collection<Line>('drafts', []);
  for (const { _id, at } of await drafts.find({ keptUntil: { $exists: false } }, { fields: ['at'] })) {
    const keptUntil = new Date((at instanceof Date ? at.getTime() : 0) + 4 * DAY);
    await drafts.update({ _id, keptUntil: { $exists: false } }, { $set: { keptUntil, remindAt: null } });
  }
};

/**
 * 17: reports show noised numbers, which are drawn from the closed weeks once the bot runs. What was shown until now is
 * not kept, nor is who waited, rated or answered in a week. The running week is counted anew.
 */
const publishWithNoise = async (database: Database): Promise<void> => {
  for (const name of ['publications', 'runningWeek'])
    await (await database.collection<Line>(name, [])).remove({ _id: { $gt: '' } });
  const rollups = await database.collection<Line>('rollups', []);
  for (const { _id } of await rollups.find({ answerers: { $exists: true } }, { fields: [] }))
    await rollups.update({ _id }, { $unset: { waited: true, raters: true, followed: true, answerers: true } });
};

/** 18: people are found by the words of their name and unit. */
const findPeopleByWords = async (database: Database): Promise<void> => {
  const people = await database.collection<StoredPerson>('people', []);
  for (const person of await people.find({ words: { $exists: false } }, { fields: ['name', 'unit'] }))
    await people.update({ _id: person._id, words: { $exists: false } }, { $set: { words: foundBy(person) } });
};

/** 19: stories that an earlier version published are counted. */
const countOlderStories = async (database: Database): Promise<void> => {
  const stories = await database.collection<Line>('stories', []);
  for (const { _id } of await stories.find({ state: 'published' }, { fields: [] }))
    await stories.update({ _id }, { $set: { toCount: true } });
};

/** 20: whoever is an agent is noted as one, so that their changes are found; from now on each write notes when it was. */
const findChangedAgents = async (database: Database): Promise<void> => {
  const people = await database.collection<StoredPerson>('people', []);
  for (const { _id } of await people.find({ roles: 'agent', everAgent: { $exists: false } }, { fields: [] }))
    await people.update({ _id }, { $set: { everAgent: true } });
};

/** In order. The first schema was version 1; a new store starts at the last version. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 2, run: moveWaitingLines },
  { to: 3, run: knowMoreOfPeople },
  { to: 4, run: knowWhereCardsStand },
  { to: 5, run: knowWhoIsOne },
  { to: 6, run: countOlderCases },
  { to: 7, run: knowHowPeopleStand },
  { to: 8, run: askHowItWent },
  { to: 9, run: takenBack },
  { to: 10, run: dropEmptyErasureMarks },
  { to: 11, run: knowWhoSaidWhat },
  { to: 12, run: findUndelivered },
  { to: 13, run: letNothingWaitInSilence },
  { to: 14, run: keepLinesOfDrafts },
  { to: 15, run: keepDraftsLonger },
  { to: 16, run: sealIds },
  { to: 17, run: publishWithNoise },
  { to: 18, run: findPeopleByWords },
  { to: 19, run: countOlderStories },
  { to: 20, run: findChangedAgents },
];
