import assert from 'node:assert/strict';
import { noticeFor } from '../../adapters/slack/find-form.ts';
import { storyId } from '../../bot/ids.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { EXAMPLES } from '../cards/examples.ts';
import { cards } from '../cards/support.ts';
import { anAgent, aPerson, aStory } from '../support/fixtures/builders.ts';
import { aHomeOpened, aHomePress, aPress, aSubmission, aUser } from './support/events.ts';
import {
  buttonOf,
  buttonsIn,
  chosen,
  day,
  openSlackHouse,
  type SlackHouse,
  typed,
  wordsOn,
} from './support/slack-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const kim = aUser('kim');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const named = ({ anonymous }: Record<string, unknown>) => anonymous === 'no';

describe('Slack: modals', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse([
      anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] }),
      aPerson('kim', { name: 'Kim Prøve', email: 'kim@kommune.dk', addresses: [], roles: ['admin'] }),
    ]);
    slack.has(anna, bo, kim);
    await slack.say(bo, 'hej');
    await slack.say(anna, DILEMMA);
    await slack.press(anna, 'submit-dilemma', {}, named);
  });
  afterEach(() => slack.close());

  const modal = () => slack.slack.modals.at(-1)?.view ?? assert.fail('no modal was opened');
  const errorsOf = ({ body }: { body: string }): Record<string, string> => JSON.parse(body).errors ?? {};
  const theCase = async () => {
    const [c] = await slack.setup.store.cases.of((await slack.setup.store.people.agents())[0]?._id ?? assert.fail(), 1);
    return c ?? assert.fail('no case');
  };

  it('carry ids, and no text of the case', async () => {
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    const { private_metadata, callback_id } = modal();
    assert.equal(callback_id, 'answer-case');
    assert.doesNotMatch(String(private_metadata), /naboerne|Anna|Bo /);
  });

  it('let an agent decline with a reason and a day, and the case goes to the next agent', async () => {
    await slack.press(bo, 'decline-case');
    assert.deepEqual(await slack.submit(bo, { reason: chosen('not-today'), until: day('2026-12-01') }), {
      status: 200,
      body: '',
    });
    assert.equal((await theCase()).offers[0]?.state, 'declined');
  });

  it('are not needed when a press carries its fields in its value', async () => {
    const { message, action, data } = buttonOf(slack.chat(bo), 'decline-case');
    const value = JSON.stringify({ ...data, reason: 'not-my-field' });
    await slack.send(aPress(bo, message.ts, { ...action, value }));
    assert.deepEqual([slack.slack.modals.length, (await theCase()).offers[0]?.state], [0, 'declined']);
  });

  it('are not needed to accept a case: its fields are open in the message', async () => {
    await slack.press(bo, 'accept-case');
    assert.deepEqual([slack.slack.modals.length, (await theCase()).state], [0, 'active']);
  });

  it('show the error on the field for an empty answer or a clear no without a ground', async () => {
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    const empty = await slack.submit(bo, { text: typed('  '), outcome: chosen('advice') });
    assert.deepEqual(errorsOf(empty), {
      'answer-case.text': 'Der stod ikke noget. Skriv et par ord, og prøv igen.',
    });
    const past = {
      text: typed('Ja.'),
      outcome: chosen('advice'),
      nextStep: typed('Gå'),
      nextStepDate: day('2020-01-01'),
    };
    assert.match(errorsOf(await slack.submit(bo, past))['answer-case.nextStepDate'] ?? '', /Den dag er gået/);
    const groundless = await slack.submit(bo, { text: typed('Nej.'), outcome: chosen('clear-no'), ground: typed('') });
    assert.match(errorsOf(groundless)['answer-case.ground'] ?? '', /Vælg grunden/);
    assert.equal((await theCase()).state, 'active');
  });

  it('draw the fields of the outcome that is chosen, and keep what was typed', async () => {
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    const fields = () =>
      (modal().blocks as { type: string; block_id?: string }[]).flatMap(({ block_id: id }) => id?.split('.')[1] ?? []);
    const always = ['text', 'outcome', 'nextStep', 'nextStepDate', 'owner'];
    assert.deepEqual(fields().sort(), [...always].sort());
    const written = { text: typed('Mødes, og se på den.'), nextStep: typed('Ring til driften') };
    for (const [outcome, own] of Object.entries({
      'small-trial': ['trial', 'trialUntil', 'trialSign'],
      'clear-no': ['ground', 'alternative'],
      meeting: ['day', 'time', 'minutes', 'place'],
      elsewhere: [],
      advice: [],
    })) {
      await slack.choose(bo, 'outcome', outcome, written);
      assert.deepEqual(fields().sort(), [...always, ...own].sort(), outcome);
      const drawn = JSON.stringify(modal());
      for (const words of ['Mødes, og se på den.', 'Ring til driften']) assert.ok(drawn.includes(words), outcome);
    }
    await slack.choose(bo, 'outcome', 'meeting', written);
    const undated = await slack.submit(bo, { ...written, outcome: chosen('meeting'), day: day(null) });
    assert.match(errorsOf(undated)['answer-case.day'] ?? '', /dag/u);
    const meeting = {
      day: day('2026-12-03'),
      time: { type: 'timepicker', selected_time: '10:30' },
      place: typed('Hallen'),
    };
    await slack.submit(bo, { ...written, outcome: chosen('meeting'), ...meeting });
    const { state, answer, turns } = await theCase();
    assert.deepEqual([state, answer?.outcome, turns.at(-1)?.talk?.place], ['answered', 'meeting', 'Hallen']);
    assert.deepEqual(slack.faults, []);
  });

  it('are not drawn anew for a choice that is not ours, a stranger, or a window that has changed since', async () => {
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    const before = JSON.stringify(modal());
    await slack.choose(bo, 'owner', 'agent', {});
    await slack.choose(bo, 'outcome', 'no-such-outcome', {});
    await slack.choose(anna, 'outcome', 'clear-no', {});
    await slack.choose(bo, 'outcome', 'clear-no', {}, { hash: 'old' });
    await slack.choose(bo, 'outcome', 'clear-no', {}, { private_metadata: 'no json' });
    await slack.choose(bo, 'outcome', 'clear-no', {}, { callback_id: 'no-such-verb' });
    assert.equal(JSON.stringify({ ...modal(), hash: null }), JSON.stringify({ ...JSON.parse(before), hash: null }));
    assert.deepEqual(slack.faults, []);
  });

  it('report that the case was withdrawn meanwhile, and keep the words', async () => {
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    await slack.press(anna, 'withdraw-case');
    const late = await slack.submit(bo, { text: typed('Gå en tur med dem.'), outcome: chosen('advice') });
    assert.deepEqual(errorsOf(late), { 'answer-case.text': 'Sagen er trukket tilbage. Der skal ikke gøres mere.' });
  });

  it('turn into a line that explains the refusal when they have no text', async () => {
    await slack.press(bo, 'decline-case');
    await slack.press(anna, 'withdraw-case');
    const { response_action, view } = JSON.parse((await slack.submit(bo, { reason: chosen('not-today') })).body);
    assert.deepEqual([response_action, /trukket tilbage/.test(wordsOn(view))], ['update', true]);
  });

  it('are authorised again on submission, whoever submits them', async () => {
    await slack.press(bo, 'accept-case');
    await slack.press(bo, 'answer-case');
    const stolen = await slack.submit(anna, { text: typed('Jeg svarer mig selv.'), outcome: chosen('advice') });
    assert.match(errorsOf(stolen)['answer-case.text'] ?? '', /Kun den sparringsagent/);
    await slack.say(kim, 'hej');
    const stranger = await slack.submit(kim, { text: typed('Jeg blander mig.'), outcome: chosen('advice') });
    assert.match(stranger.body, /Jeg kan ikke finde den sag hos dig/);
    assert.equal((await theCase()).state, 'active');
  });

  it('are answered without an error when their data are malformed', async () => {
    for (const [callback_id, private_metadata] of [
      ['reply', ''],
      ['reply', 'no json'],
      ['reply', '{"message":"1.1","home":false,"data":[]}'],
      ['no-such-verb', '{"message":"1.1","home":false,"data":{}}'],
      ['answer-case', '{"message":"1.1","home":false,"data":{"case":7}}'],
    ]) {
      const { status, body } = await slack.send(aSubmission(bo, { type: 'modal', callback_id, private_metadata }, {}));
      assert.equal(status, 200);
      assert.match(wordsOn(JSON.parse(body)), /Den knap virker ikke længere/, private_metadata);
    }
  });

  it('update a draft in its message', async () => {
    await slack.say(anna, 'Skal vi spørge naboerne, før vi bygger pladsen om?');
    await slack.press(anna, 'new-dilemma');
    await slack.press(anna, 'change-draft');
    const id = 'submit-dilemma.text';
    await slack.press(
      anna,
      'submit-dilemma',
      { [id]: { [id]: typed('Hvordan spørger vi naboerne om pladsen?') } },
      named,
    );
    assert.match(wordsOn(slack.chat(anna).at(-1)?.blocks), /Hvordan spørger vi naboerne om pladsen\?/);
  });

  describe('from the App Home', () => {
    const pressHome = async (who: typeof anna, verb: string) => {
      await slack.send(aHomeOpened(who));
      const button = buttonsIn(slack.slack.homes.get(who.id)).find(({ action_id }) => action_id.startsWith(verb));
      return slack.send(aHomePress(who, 'V0HOME', button ?? assert.fail(`no ${verb}`)));
    };

    it('edit an agent’s profile, shown whole and never cleared by a press', async () => {
      await pressHome(bo, 'set-profile');
      assert.equal(modal().callback_id, 'set-profile');
      await slack.submit(bo, {
        principles: { type: 'multi_static_select', selected_options: [{ value: 'bygger-bro' }] },
        topics: { type: 'multi_static_select', selected_options: [{ value: 'oekonomi' }] },
        languages: { type: 'multi_static_select', selected_options: [{ value: 'da' }, { value: 'en' }] },
        capacity: chosen('2'),
        place: typed('Biblioteket'),
        shown: { type: 'checkboxes', selected_options: [] },
        phone: typed('70 00 01 01'),
      });
      const [agent] = await slack.setup.store.people.agents();
      assert.deepEqual(agent?.agent, {
        principles: ['bygger-bro'],
        topics: ['oekonomi'],
        languages: ['da', 'en'],
        capacity: 2,
        shown: false,
        place: 'Biblioteket',
      });
    });

    it('show an invalid phone number on its field', async () => {
      await pressHome(bo, 'set-profile');
      assert.match(
        errorsOf(await slack.submit(bo, { phone: typed('ring bare') }))['set-profile.phone'] ?? '',
        /telefonnummer/,
      );
    });

    it('record an absence, which the App Home shows', async () => {
      await pressHome(bo, 'set-absence');
      const turned = await slack.submit(bo, { from: day('2026-12-10'), until: day('2026-12-01') });
      assert.match(errorsOf(turned)['set-absence.until'] ?? '', /Byt om på dem/);
      await slack.submit(bo, { from: day('2026-12-01'), until: day('2026-12-10') });
      assert.match(wordsOn(slack.slack.homes.get(bo.id)), /Jeg er her alligevel/);
    });

    it('change the language', async () => {
      await pressHome(anna, 'set-language:2');
      assert.match(wordsOn(slack.slack.homes.get(anna.id)), /Your profile/);
    });

    it('are not needed to show a case in the chat', async () => {
      const before = slack.chat(anna).length;
      await pressHome(anna, 'show-case');
      assert.equal(slack.chat(anna).length, before + 1);
    });
  });

  it('pause the weekly message until a day', async () => {
    await slack.say(anna, 'pause');
    await slack.press(anna, 'pause-nudges');
    assert.equal(modal().callback_id, 'pause-nudges');
    await slack.submit(anna, { until: day('2026-12-24') });
    const person = await slack.setup.store.people.byAddress('slack', anna.id);
    const wishes = await slack.setup.deps.readers.get(person?._id ?? assert.fail('nobody is known'));
    assert.equal(wishes.pausedUntil, '2026-12-24');
  });

  it('exist for every form that belongs to no dilemma and no weekly message', async () => {
    const speech = (notice: Notice) => cards.card(notice, 'da').actions;
    const loose = Object.values(EXAMPLES)
      .flatMap(speech)
      .filter(
        (action) =>
          action.kind === 'form' && !['case', 'draft', 'nudge', 'story', 'week'].some((id) => id in action.data),
      );
    const verbs = [...new Set(loose.map(({ verb }) => verb))];
    assert.ok(verbs.length >= 6, verbs.join());
    const boss = anAgent('boss', { roles: ['agent', 'admin'] });
    await slack.setup.store.people.add(boss);
    for (const verb of verbs) {
      const notice = await noticeFor(verb, {}, boss, slack.setup.deps);
      assert.ok(notice !== null && speech(notice).some((part) => part.kind === 'form' && part.verb === verb), verb);
    }
  });

  it('exist for a story, also beside its case, for whoever may know it', async () => {
    const hr = aPerson('hr', { roles: ['hr'] });
    const published = { state: 'published', publishedIn: '2026-W47' } as const;
    await slack.setup.store.stories.add(aStory({ ...published, _id: storyId('told') }));
    const asked = (from: typeof hr) =>
      noticeFor('withdraw-story', { story: 'told', case: 'any' }, from, slack.setup.deps);
    assert.equal((await asked(hr))?.kind, 'story');
    assert.equal(await asked(aPerson('stranger')), null);
  });

  it('exist for the weekly message of a run, for HR and admins', async () => {
    const asked = (from: Person, week: unknown) => noticeFor('swap-nudge', { week }, from, slack.setup.deps);
    assert.equal((await asked(aPerson('hr', { roles: ['hr'] }), '2026-W48'))?.kind, 'run');
    assert.equal(await asked(aPerson('hr', { roles: ['hr'] }), '2026-W99'), null);
    assert.equal(await asked(aPerson('stranger'), '2026-W48'), null);
  });

  it('let an admin search for a colleague', async () => {
    await slack.say(kim, 'admin');
    await slack.press(kim, 'find-colleague');
    assert.match(errorsOf(await slack.submit(kim, { who: typed(' ') }))['find-colleague.who'] ?? '', /Der stod ikke/);
    await slack.submit(kim, { who: typed('bo') });
    assert.match(wordsOn(slack.chat(kim).at(-1)?.blocks), /Bo Prøve/);
  });

  it('for admins open for nobody else', async () => {
    await slack.send(aPress(anna, '1.1', { action_id: 'find-colleague', value: '{}' }));
    assert.equal(slack.slack.modals.length, 0);
    assert.match(slack.whispers(anna).join(), /administrator/);
  });
});
