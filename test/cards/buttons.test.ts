import assert from 'node:assert/strict';
import { ACTIONS, type Verb } from '../../bot/commands.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { verbOf } from '../../cards/block-kit/ids.ts';
import { renderSlackMessage, renderSlackModal } from '../../cards/block-kit.ts';
import type { Card } from '../../cards/model.ts';
import { EXAMPLES } from './examples.ts';
import { cards, ofType, slackPresses } from './support.ts';

/** Verbs that no card offers, each with its reason. */
const SCRIPT_ONLY: Readonly<Partial<Record<Verb, string>>> = {};

const DRAWN = Object.values(EXAMPLES).map((notice) => cards.card(notice, 'da'));

const RENDERERS: Readonly<Record<string, (card: Card) => string[]>> = {
  'Adaptive Cards': (card) => ofType(renderAdaptiveCard(card, 'da'), 'Action.Execute').map(({ verb }) => String(verb)),
  'the messages of Slack': (card) => slackPresses(renderSlackMessage(card, 'da').blocks).map(({ verb }) => verb),
};

/** Verbs that have neither a button nor a reason, that have both, or whose reason is empty. */
const faultsOf = (
  verbs: readonly string[],
  buttons: ReadonlySet<string>,
  scriptOnly: Readonly<Record<string, string>>,
) =>
  verbs.flatMap((verb) => {
    const reason = scriptOnly[verb];
    if (reason === undefined) return buttons.has(verb) ? [] : [`${verb} has no button`];
    if (buttons.has(verb)) return [`${verb} has a button, so it is not only for scripts`];
    return reason.trim() === '' ? [`${verb} is only for scripts, without a reason`] : [];
  });

describe('every verb', () => {
  for (const [name, buttonsOn] of Object.entries(RENDERERS)) {
    it(`has a button in ${name}, or a reason for having none`, () => {
      const buttons = new Set(DRAWN.flatMap(buttonsOn));
      assert.deepEqual(faultsOf(Object.keys(ACTIONS), buttons, SCRIPT_ONLY), []);
      assert.deepEqual(
        [...buttons].filter((verb) => !Object.hasOwn(ACTIONS, verb)),
        [],
      );
    });
  }

  it('with fields has a modal in Slack that submits them', () => {
    for (const card of DRAWN)
      for (const action of card.actions)
        if (action.kind === 'form') {
          assert.equal(verbOf(renderSlackModal(card, action, 'da', '').callback_id), action.verb);
        }
  });

  it('is reported when it has neither, and when it has both', () => {
    const buttons = new Set(['reply', 'talk']);
    assert.deepEqual(
      faultsOf(['reply', 'talk', 'thank', 'erase', 'hide'], buttons, { talk: 'x', erase: 'y', hide: ' ' }),
      [
        'talk has a button, so it is not only for scripts',
        'thank has no button',
        'hide is only for scripts, without a reason',
      ],
    );
  });
});
