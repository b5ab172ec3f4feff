import assert from 'node:assert/strict';
import { LANGUAGES } from '../../bot/words.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { renderSlackMessage } from '../../cards/block-kit.ts';
import type { Card } from '../../cards/model.ts';
import { EXAMPLES } from './examples.ts';
import { cards, type Found, objectsIn, ofType, slackPresses } from './support.ts';

/** docs/rules.md, "Buttons on a card", over every example, as it is drawn on each platform. */

const MOST = { buttons: 3, questions: 2, main: 1 };

/** What a person sees without pressing anything: the buttons of each question, and the choices to make in lists. */
type Seen = { questions: string[][]; choices: number; main: number };

/** Cards with more choices than the rule allows, each with its reason. */
const FORMS_ASKED_FOR: Readonly<Record<string, string>> = {
  'draft-changing': 'somebody pressed Change to see all that can be changed, and one Send saves all of it',
  profile: 'somebody asked to see all that Sammen knows of them, and one Send saves all of it',
};

const isHidden = (node: Found): boolean => node.isVisible === false;

/** The parts of a card that are shown at once: neither hidden nor behind a button. */
const shownIn = (node: unknown): Found[] => {
  if (Array.isArray(node)) return node.flatMap(shownIn);
  if (typeof node !== 'object' || node === null || isHidden(node as Found)) return [];
  const { card: _behind, fallback: _same, ...parts } = node as Found;
  return [node as Found, ...Object.values(parts).flatMap(shownIn)];
};

const seenInTeams = (card: Card): Seen => {
  const shown = shownIn(renderAdaptiveCard(card, 'da'));
  const inFront = (set: Found) =>
    (set.actions as Found[]).filter(
      ({ type, mode }) => mode !== 'secondary' && type !== 'Action.ToggleVisibility' && type !== 'Action.OpenUrl',
    );
  // The lines of a list are one question, whichever of them has a button.
  const inLists = new Set(
    shown.filter(({ type }) => type === 'ColumnSet').flatMap((line) => ofType(line, 'ActionSet')),
  );
  const sets = shown.filter((part) => part.type === 'ActionSet');
  const list = inLists.size > 0 ? [['a list']] : [];
  const alone = sets.filter((set) => !inLists.has(set)).map((set) => inFront(set).map(({ title }) => String(title)));
  return {
    questions: [...alone, ...list],
    choices: shown.filter(({ type }) => type === 'Input.ChoiceSet').length,
    main: shown.filter(({ style, mode }) => style === 'positive' && mode !== 'secondary').length,
  };
};

const seenInSlack = (card: Card): Seen => {
  const { blocks } = renderSlackMessage(card, 'da');
  const rows = blocks.filter(({ type }) => type === 'actions').map((row) => slackPresses(row));
  const list = blocks.some((block) => block.type === 'section' && block.accessory.type === 'button')
    ? [['a list']]
    : [];
  return {
    questions: [...rows.map((row) => row.filter(({ inMenu }) => !inMenu).map(({ label }) => label)), ...list],
    choices: ofType(blocks, /_select$/u).length,
    main: objectsIn(blocks).filter(({ style }) => style === 'primary').length,
  };
};

/** One button beside "…" is no question of its own: it is the way to write while two questions are open. */
const faultsOf = ({ questions, choices, main }: Seen): string[] => {
  const asked = questions.filter((row) => row.length > 1 || row[0] === 'a list').length;
  return [
    ...questions.filter((row) => row.length > MOST.buttons).map((row) => `too many buttons: ${row.join(' · ')}`),
    ...(asked + choices > MOST.questions ? [`${asked} questions and ${choices} lists to choose from`] : []),
    ...(main > MOST.main ? [`${main} main buttons`] : []),
  ];
};

describe('what a card asks at once', () => {
  for (const [platform, seen] of [
    ['Teams', seenInTeams],
    ['Slack', seenInSlack],
  ] as const) {
    it(`is at most two questions of three buttons, one of them the main one, in ${platform}`, () => {
      const found = Object.entries(EXAMPLES).flatMap(([name, notice]) => {
        const faults = faultsOf(seen(cards.card(notice, 'da')));
        const excused = Object.keys(FORMS_ASKED_FOR).some((form) => name.startsWith(form));
        return faults
          .filter((fault) => !excused || !fault.includes('lists to choose from'))
          .map((fault) => `${name}: ${fault}`);
      });
      assert.deepEqual(found, []);
    });
  }

  it('has no main button when it is not the reader’s turn', () => {
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      if (notice.kind !== 'case' || notice.settled || !('next' in notice.view)) continue;
      const { view } = notice;
      if (
        view.state !== 'active' ||
        view.next === 'you' ||
        (view.viewer === 'asker' && view.may.includes('ask-another'))
      )
        continue;
      if (view.talkWaits && view.viewer === 'asker') continue;
      assert.equal(seenInTeams(cards.card(notice, 'da')).main, 0, name);
    }
  });

  it('is caught when it is too much', () => {
    const row = ['Ja', 'Nej'];
    assert.deepEqual(faultsOf({ questions: [row, row, ['Skriv']], choices: 0, main: 1 }), []);
    assert.equal(faultsOf({ questions: [row, row, row], choices: 0, main: 1 }).length, 1);
    assert.equal(faultsOf({ questions: [[...row, ...row]], choices: 0, main: 2 }).length, 2);
    assert.equal(faultsOf({ questions: [row], choices: 2, main: 0 }).length, 1);
  });
});

/** The words of people in a notice: texts of a case, of its turns and of drafts. */
const peoplesWords = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null || node instanceof Date) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && ['text', 'ground', 'alternative', 'snippet', 'place'].includes(key)
      ? [value]
      : peoplesWords(value),
  );
};

describe('what a notification says', () => {
  it('is who and what, never what people wrote', () => {
    let looked = 0;
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      // The weekly texts are the library's, and the same for everybody.
      if (notice.kind !== 'case' && notice.kind !== 'draft' && notice.kind !== 'my-cases') continue;
      const words = peoplesWords(notice).filter((text) => text.trim().length > 3);
      for (const language of LANGUAGES) {
        const card = cards.card(notice, language);
        const { text } = renderSlackMessage(card, language);
        const { fallbackText } = renderAdaptiveCard(card, language);
        for (const said of [text, String(fallbackText)]) {
          assert.ok(said.trim() !== '', name);
          for (const own of words) assert.ok(!said.includes(own.slice(0, 20)), `${name} ${language}: ${said}`);
        }
        looked += words.length;
      }
    }
    assert.ok(looked > 100, String(looked));
  });
});
