import assert from 'node:assert/strict';
import { CASE_VERBS } from '../../bot/cases/command.ts';
import type { CaseNotice } from '../../bot/cases/notice.ts';
import type { CaseView } from '../../bot/cases/view-types.ts';
import { decodeAction } from '../../bot/conversation/decode-action.ts';
import type { DraftView } from '../../bot/drafts/notice.ts';
import type { Notice } from '../../bot/notices.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { fieldsOf } from '../../cards/fields.ts';
import { sortActions } from '../../cards/in-front.ts';
import type { Action, Card, Press } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { mask, masked } from '../support/fixtures/builders.ts';
import { READING } from '../support/fixtures/reading.ts';
import { EXAMPLES } from './examples.ts';
import { cards, drawAll, viewOf } from './support.ts';

const example = (name: string): Notice => {
  const notice = EXAMPLES[name];
  assert.ok(notice, name);
  return notice;
};
const danish = (name: string): Card => cards.card(example(name), 'da');
const text = (name: string): string => renderPlainText(danish(name), 'da');

const pressesIn = (card: Card): Press[] =>
  card.body.flatMap((node) => {
    if (node.kind === 'question') return node.presses;
    return node.kind === 'list' ? node.items.flatMap(({ action }) => (action === undefined ? [] : [action])) : [];
  });
const actionsOf = (card: Card): Action[] => [...pressesIn(card), ...card.actions];
/** The allowed actions on the case; setting the asker's unit, showing its story, and the way out for words typed in the chat, are separate. */
const APART: readonly string[] = ['set-unit', 'show-story', 'new-dilemma'];
const verbsOf = (card: Card): string[] =>
  [...new Set(actionsOf(card).map(({ verb }) => verb))].filter((verb) => !APART.includes(verb)).sort();

const caseViews = (): [string, CaseView, Omit<CaseNotice, 'view'>][] =>
  Object.entries(EXAMPLES).flatMap(([name, notice]): [string, CaseView, Omit<CaseNotice, 'view'>][] =>
    notice.kind === 'case' ? [[name, notice.view, notice]] : [],
  );

describe('a case card', () => {
  it('offers exactly what the person may do', () => {
    for (const [name, view, notice] of caseViews()) {
      const wanted = notice.settled || !('may' in view) ? [] : [...view.may].sort();
      for (const language of ['da', 'en'] as const) {
        assert.deepEqual(verbsOf(cards.card({ ...notice, view }, language)), wanted, name);
      }
    }
  });

  it('has one way to write in front of an agent: a question until they have written, then a reply', () => {
    const waysOf = (name: string) =>
      danish(name)
        .actions.filter(({ verb }) => verb === 'ask-back' || verb === 'reply')
        .map(({ verb, weight }) => [verb, weight]);
    assert.deepEqual(waysOf('agent-active-taken'), [
      ['ask-back', 'main'],
      ['reply', 'more'],
    ]);
    assert.deepEqual(waysOf('agent-active-asked'), [
      ['reply', 'normal'],
      ['ask-back', 'more'],
    ]);
  });

  it('offers nothing that is not allowed, whatever the state', () => {
    for (const [name, view, notice] of caseViews()) {
      if (!('may' in view)) continue;
      for (const verb of CASE_VERBS) {
        const may = view.may.filter((allowed) => allowed !== verb);
        assert.ok(!verbsOf(cards.card({ ...notice, view: { ...view, may } }, 'da')).includes(verb), name);
      }
    }
  });

  it('sends data that decodes once its fields are filled in', () => {
    const filled = {
      text: 'Ja',
      outcome: 'advice',
      helpful: 'yes',
      kept: 'yes',
      reason: 'not-today',
      comment: '',
      nextStepDate: '2026-12-01',
      person: 'p1',
      principle: 'tydelig-ramme',
      topic: 'oekonomi',
      number: '42',
      just: 'look',
    };
    for (const { name, card } of drawAll()) {
      for (const action of actionsOf(card)) {
        const fields = action.kind === 'form' ? fieldsOf(action) : [];
        const values = Object.entries(filled).filter(([key]) => fields.some(({ field }) => field === key));
        const inputs = Object.fromEntries(values.map(([key, value]) => [`${action.verb}.${key}`, value]));
        const { command } = decodeAction(action.verb, { ...action.data, ...inputs }, mask, READING);
        assert.equal(command.verb, action.verb, name);
      }
    }
  });

  it('carries the revision its reader sees', () => {
    for (const [name, view, notice] of caseViews()) {
      for (const action of actionsOf(cards.card({ ...notice, view }, 'da'))) {
        if (action.verb === 'new-dilemma') continue;
        assert.deepEqual({ case: action.data.case, rev: action.data.rev }, { case: view.id, rev: view.rev }, name);
      }
    }
  });

  it('opens at most one form, and has at most one main action', () => {
    for (const { name, card } of drawAll()) {
      assert.ok(card.actions.filter((action) => action.kind === 'form' && action.open === true).length <= 1, name);
      assert.ok(card.actions.filter(({ weight }) => weight === 'main').length <= 1, name);
    }
  });

  it('calls an anonymous asker only anonymous', () => {
    for (const [name, view, notice] of caseViews()) {
      if ('asker' in view && view.asker.as === 'named') continue;
      if (view.viewer === 'asker') continue;
      assert.ok(!JSON.stringify(cards.card({ ...notice, view }, 'da')).includes('Mette'), name);
    }
    assert.match(text('agent-active-anonymous'), /Anonym kollega spurgte/u);
    assert.match(text('agent-active-anonymous'), /Skriv til din kollega/u);
    assert.match(text('draft-to-anonymous-out-of-reach'), /Hvis du sender, får din anonyme kollega det/u);
    assert.match(text('draft-sent-undeliverable-anonymous'), /når jeg kan nå din anonyme kollega\.$/u);
  });

  it('says plainly that a promise was missed, and the current status', () => {
    assert.match(text('asker-waiting-missed'), /senest tirsdag d\. 24\. november kl\. 8\.12\. Det holdt jeg ikke/u);
    assert.equal(danish('asker-waiting-missed').tone, 'attention');
    assert.match(text('asker-active-missed'), /Nu har Jonas sagen/u);
  });

  it('asks how it went as plainly as any question, also when the case is closed', () => {
    for (const name of ['asker-follow-up-step', 'asker-follow-up-no-step', 'asker-follow-up-late', 'news-follow-up'])
      assert.equal(danish(name).tone, 'plain', name);
  });

  it('explains what sharing means before it asks', () => {
    const card = danish('asker-waiting-share');
    const labels = pressesIn(card).map(({ label, data }) => [label, data.share]);
    assert.deepEqual(labels, [
      ['Ja, vis sagen for alle', 'yes'],
      ['Nej, vent på den næste', 'no'],
    ]);
    assert.match(text('asker-waiting-share'), /Ja: Alle sparringsagenter kan læse sagen, men ikke din leder/u);
    assert.match(text('asker-waiting-share-nobody'), /Dit navn er stadig skjult/u);
  });

  it('shows a past agent neither the texts nor any actions', () => {
    for (const name of ['past-waiting', 'past-taken', 'past-closed', 'past-withdrawn']) {
      assert.deepEqual(danish(name).actions, []);
      assert.ok(!text(name).includes('rampe'));
    }
  });

  it('loses its buttons and keeps its words once settled', () => {
    assert.match(text('asker-settled'), /Hvad er vigtigst for dem, der skater/u);
    assert.match(text('asker-settled'), /Sagen fortsætter længere nede/u);
    assert.ok(!text('asker-settled').includes('Du kan:'));
  });

  it('shows the whole dilemma where the conversation starts, and only its beginning later', () => {
    const long = `${'Ord '.repeat(300)}slut.`;
    const said = (name: string) => {
      const notice = example(name);
      assert.ok(notice.kind === 'case' && 'text' in notice.view);
      return renderPlainText(cards.card({ ...notice, view: { ...notice.view, text: masked(long) } }, 'da'), 'da');
    };
    for (const name of [
      'asker-waiting',
      'asker-settled-first',
      'agent-active-taken',
      'agent-settled',
      'offered-added',
    ]) {
      assert.match(said(name), /slut\./u, name);
    }
    for (const name of ['asker-active-asked-back', 'agent-active-replied']) {
      assert.match(said(name), /Sagen: (?:Ord )+…/u, name);
      assert.doesNotMatch(said(name), /slut\./u, name);
    }
  });

  it('links a phone number and a calendar file', () => {
    assert.match(text('asker-active-talk'), /torsdag d\. 26\. november kl\. 10\.30, 30 minutter/u);
    assert.match(text('asker-active-talk'), /Skatepladsen ved hallen/u);
    assert.match(text('asker-active-talk'), /87 65 43 21/u);
    assert.match(text('asker-active-talk'), /files\/abc\.ics/u);
  });

  it('shows a clear no as such, with its ground and an alternative', () => {
    assert.equal(danish('asker-answered-no').title, 'Jonas Holm har svaret: Det er et nej');
    assert.match(text('asker-answered-no'), /Grunden: Det må kommunen ikke/u);
    assert.match(text('asker-answered-no'), /I stedet: Spørg Kultur/u);
  });
});

describe('a draft', () => {
  const draftView = (name: string): DraftView => {
    const notice = example(name);
    assert.equal(notice.kind, 'draft');
    return notice.view;
  };

  const labelsOf = (name: string) => danish(name).actions.map(({ label, weight }) => [label, weight]);

  it('asks whether it is for the colleague, and nothing else', () => {
    assert.equal(danish('draft-to-colleague').title, 'Skal jeg sende det til Karen Skov?');
    assert.deepEqual(labelsOf('draft-to-colleague'), [
      ['Send til Karen Skov', 'main'],
      ['Det er et nyt dilemma', 'normal'],
      ['Smid væk', 'more'],
    ]);
    assert.deepEqual(
      danish('draft-to-colleague').body.map(({ kind }) => kind),
      ['quote'],
    );
    const [first] = danish('draft-to-colleague').actions;
    assert.deepEqual(first?.data, { draft: 'c7Qk2mXw9', rev: 3, case: 'k3Rw8pLz1' });
  });

  it('can be sent at once when it reads like a dilemma of its own', () => {
    const labels = labelsOf('draft-to-colleague-or-new');
    assert.deepEqual(labels.slice(1, 3), [
      ['Det er et nyt dilemma', 'normal'],
      ['Send som et nyt dilemma', 'if-room'],
    ]);
  });

  it('names each of several colleagues, by the case where two are the same, and three at most beside each other', () => {
    assert.deepEqual(labelsOf('draft-to-one-of-several'), [
      ['Send til Jonas Holm (sag 44)', 'main'],
      ['Send tak til Jonas Holm (sag 57)', 'normal'],
      ['Læg det til sag 60', 'normal'],
      ['Sig ja til Karen Skov', 'more'],
      ['Det er et nyt dilemma', 'normal'],
      ['Smid væk', 'more'],
    ]);
  });

  it('says that it went out only when the platform said so', () => {
    assert.equal(danish('draft-sent').title, 'Sendt til Karen Skov.');
    assert.equal(danish('draft-sent-on-its-way').title, 'Din besked er på vej til Karen Skov');
  });

  it('says who reads it, when a human answers, and what anonymity does not hide', () => {
    assert.match(text('draft'), /Jeg spørger én sparringsagent ad gangen, og din leder er ikke en af dem\./u);
    assert.ok(
      danish('draft').actions.some(({ verb, data }) => verb === 'say-word' && data.word === 'readers'),
      'the whole answer is a press away',
    );
    assert.match(text('readers'), /Hvis tre ikke kan, spørger jeg dig, før flere agenter ser det\./u);
    assert.match(text('readers'), /kan en administrator læse dilemmaet uden navne/u);
    assert.match(
      text('draft'),
      /Du hører fra et menneske senest onsdag d\. 25\. november kl\. 11, hvis du sender nu\./u,
    );
    assert.match(text('draft'), /aktindsigt/u);
  });

  it('can be read in a moment, in either language', () => {
    const most = { da: 95, en: 105 };
    for (const language of LANGUAGES) {
      const words = renderPlainText(cards.card(EXAMPLES.draft ?? assert.fail(), language), language).split(/\s+/u);
      assert.ok(words.length <= most[language], `${language}: ${words.length} words`);
    }
  });

  it('says that an administrator may read it where its writer has named what it is about', () => {
    assert.match(text('draft-principle-named'), /En administrator kan senere læse teksten uden navne/u);
    assert.doesNotMatch(text('draft'), /administrator/u);
    assert.match(text('draft-changing'), /Hvis du vælger et andet emne, kan en administrator senere læse teksten/u);
  });

  it('puts the warning above the text, with the number to call', () => {
    const [first] = danish('draft-danger').body;
    assert.equal(first?.kind, 'warning');
    assert.match(text('draft-danger'), /Børne- og familievagten på 12 34 56 78/u);
    assert.match(text('draft-whistleblower'), /https:\/\/whistle\.example\.dk\//u);
  });

  it('prefills the form, and submits it with both buttons', () => {
    const { actions } = danish('draft-changing');
    const form = actions.find((action) => action.kind === 'form');
    assert.ok(form?.kind === 'form' && form.open === true);
    const values = Object.fromEntries(
      fieldsOf(form).map((input) => [input.field, 'value' in input ? input.value : undefined]),
    );
    const { text: own, principle, topic } = draftView('draft-changing');
    assert.deepEqual(values, { text: own, principle, topic, today: false, for: 'me' });
    const sends = actions.filter(({ verb }) => verb === 'submit-dilemma').map(({ data }) => data.anonymous);
    assert.deepEqual(sends, ['no', 'yes']);
  });

  it('asks for the text, the day and for whom first, and folds what few people need under its name', () => {
    for (const [name, label] of [
      ['draft-changing', 'Mere: hvad det handler om'],
      ['draft-changing-agents', 'Mere: emne, og hvem der ikke skal spørges'],
      ['draft-changing-many-agents', 'Mere: emne, og hvem der ikke skal spørges'],
    ] as const) {
      const form = danish(name).actions.find((action) => action.kind === 'form');
      assert.ok(form?.kind === 'form');
      const fold = form.inputs.at(-1);
      assert.ok(fold?.kind === 'fold');
      assert.deepEqual([form.inputs.length, fold.label], [4, label], name);
      assert.deepEqual(
        fieldsOf(form)
          .map(({ field }) => field)
          .filter((field) => field !== 'notTo'),
        ['text', 'today', 'for', 'principle', 'topic'],
      );
    }
  });

  it('never truncates its author’s text', () => {
    const long = 'å'.repeat(4000);
    const card = cards.card({ kind: 'draft', view: { ...draftView('draft-changing'), text: masked(long) } }, 'da');
    const form = card.actions.find((action) => action.kind === 'form');
    const [input] = form?.kind === 'form' ? form.inputs : [];
    assert.ok(input?.kind === 'text' && input.value === long && input.maxLength >= long.length);
  });

  it('is one subtle line once it has ended', () => {
    for (const name of ['draft-used', 'draft-discarded', 'draft-ended']) {
      assert.deepEqual(
        { body: danish(name).body, actions: danish(name).actions, tone: danish(name).tone },
        { body: [], actions: [], tone: 'quiet' },
      );
    }
  });
});

describe('a proposed step', () => {
  it('is said to come from whoever proposed it, also when they are gone', () => {
    const view = viewOf('asker-answered', 'asker');
    const said = (agent: string | null, language: Language) =>
      renderPlainText(
        cards.card({ kind: 'case', why: 'changed', view: { ...view, agent }, settled: false }, language),
        language,
      );
    assert.match(said('Jonas Holm', 'da'), /^Jonas foreslår: Mødes på pladsen med driften, tirsdag d. 1. december\./mu);
    assert.match(said('Jonas Holm', 'en'), /^Jonas suggests: /mu);
    assert.match(said(null, 'da'), /^Din sparringsagent foreslår: /mu);
    assert.match(said(null, 'en'), /^Your thinking partner suggests: /mu);
  });
});

describe('plain text', () => {
  it('is the whole message, and ends with the available actions', () => {
    const said = text('offered');
    assert.match(said, /^Sag 42 · Du er spurgt\nVil du hjælpe Mette Krogh med et dilemma\?\n\n/u);
    assert.match(said, /\n\nDu kan: Ja, jeg tager sagen · Ikke denne gang$/u);
  });

  it('contains every word of the card', () => {
    for (const { name, card, text: said } of drawAll()) {
      for (const node of card.body) {
        if (node.kind === 'text' || node.kind === 'quote') assert.ok(said.includes(node.text), name);
      }
      for (const { label } of [...pressesIn(card), ...sortActions(card.actions).front])
        assert.ok(said.includes(label), name);
    }
  });
});
