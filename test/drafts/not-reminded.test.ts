import assert from 'node:assert/strict';
import type { Draft } from '../../bot/drafts/draft.ts';
import { caseId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { NO_WORDS } from '../../bot/privacy/mask.ts';
import { runJob } from '../../jobs/jobs.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aDraft, anAgent, aPerson } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';
const REMINDED = '2026-12-15T08:00:00Z';
const OVER = '2026-12-15T23:00:00Z';

/** Its writer was asked something, or wrote nothing: a reminder would only ask again. */
describe('a draft whose writer has not called it a dilemma', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
    setup.now = new Date('2026-12-11T10:30:00.000Z');
  });
  afterEach(() => setup.close());

  const at = async (moment: string) => {
    setup.now = new Date(moment);
    const { 'drafts-reminded': reminded } = await runJob('drafts', setup.deps);
    const { 'drafts-ended': ended } = await runJob('retention', setup.deps);
    await setup.sender.flush();
    return { reminded, ended };
  };
  const draftOf = async ({ _id }: Person): Promise<Draft> =>
    (await setup.store.drafts.of(_id)).at(-1) ?? assert.fail('no draft');
  const newest = (person: Person) => setup.chatOf(person).at(-1)?.notice;
  const endedAs = (person: Person) => {
    const notice = newest(person);
    return notice?.kind === 'draft' && notice.view.state === 'ended' ? notice.view.endedAs : assert.fail('not ended');
  };

  it('is neither reminded nor called a draft when it may have been a question to Sammen', async () => {
    await say(setup, asker, 'Kan du hjælpe mig?');
    const card = newest(asker);
    assert.ok(card?.kind === 'draft' && card.view.inDoubt === 'help');
    assert.deepEqual(await at(REMINDED), { reminded: 0, ended: 0 });
    assert.equal(setup.chatOf(asker).length, 1);
    assert.deepEqual(await at(OVER), { reminded: 0, ended: 1 });
    assert.equal(endedAs(asker), 'words');
    assert.equal((await draftOf(asker)).text, '');
  });

  it('is reminded like any other once they say that it is a dilemma', async () => {
    await say(setup, asker, 'Kan du hjælpe mig?');
    await pressNewest(setup, asker, 'new-dilemma');
    assert.deepEqual(await at(REMINDED), { reminded: 1, ended: 0 });
    assert.deepEqual(await at(OVER), { reminded: 0, ended: 1 });
    assert.equal(endedAs(asker), 'dilemma');
  });

  it('is not reminded while its words stand in the field of an offer, nor once the offer is gone', async () => {
    await ask(setup, asker, TEXT);
    await say(setup, agent, 'Har du spurgt dem selv, hvad de drømmer om?');
    assert.equal((await draftOf(agent)).inOffer, true);
    const before = setup.chatOf(agent).length;
    setup.now = new Date('2026-12-14T08:00:00Z');
    assert.equal((await runJob('offers', setup.deps))['moved-on'], 1);
    assert.deepEqual(await at(REMINDED), { reminded: 0, ended: 0 });
    assert.deepEqual(await at(OVER), { reminded: 0, ended: 1 });
    assert.equal(setup.chatOf(agent).length, before);
    assert.ok(setup.chatOf(agent).every(({ notice }) => notice.kind !== 'draft'));
    assert.equal((await draftOf(agent)).text, '');
  });

  it('is reminded when it is for a colleague, and not called a dilemma', async () => {
    await ask(setup, asker, TEXT);
    await pressNewest(setup, agent, 'accept-case');
    await say(setup, asker, 'De vil gerne selv bygge bænken, men mangler træ.');
    const card = newest(asker);
    assert.ok(card?.kind === 'draft' && card.view.addressees.length === 1);
    assert.deepEqual(await at(REMINDED), { reminded: 1, ended: 0 });
    assert.deepEqual(await at(OVER), { reminded: 0, ended: 1 });
    assert.equal(endedAs(asker), 'words');
  });

  it('is not reminded of a form that they opened and left empty', async () => {
    const _id = caseId('dempty');
    const blank = { text: NO_WORDS, lines: [], state: 'changing' as const, takesLinesOf: asker._id };
    const times = { keptUntil: new Date(OVER), remindAt: new Date(REMINDED) };
    await setup.store.drafts.add(aDraft({ _id, person: asker._id, ...blank, ...times }));
    assert.deepEqual(await at(REMINDED), { reminded: 0, ended: 0 });
    assert.deepEqual(await at(OVER), { reminded: 0, ended: 1 });
    assert.equal((await draftOf(asker)).endedAs, 'blank');
  });
});
