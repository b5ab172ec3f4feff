import assert from 'node:assert/strict';
// The story runs first, and every card that anybody is shown in it is kept.
import '../sandbox/story.test.ts';
import { LANGUAGES } from '../../bot/words.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { renderSlackHome, renderSlackMessage, renderSlackModal } from '../../cards/block-kit.ts';
import { EXAMPLES } from '../cards/examples.ts';
import { cards } from '../cards/support.ts';
import { faultsOfMessage, faultsOfView } from '../support/assertions/check-blocks.ts';
import { faultsOfCard } from '../support/assertions/check-card.ts';
import { actionsOf, shownCards } from '../support/processes/sandbox.ts';

const onWire = (card: unknown): unknown => JSON.parse(JSON.stringify(card));

describe('against the published schema and the package that draws them', () => {
  it('every example card holds, in every language', () => {
    let checked = 0;
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      for (const language of LANGUAGES) {
        const card = onWire(renderAdaptiveCard(cards.card(notice, language), language));
        assert.deepEqual(faultsOfCard(card), [], `${name} ${language}`);
        checked++;
      }
    }
    assert.ok(checked > 50, String(checked));
    console.log(`      ${checked} example cards`);
  });

  it('every example holds as blocks in Slack, with the window of each of its forms and in the App Home', () => {
    let checked = 0;
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      for (const language of LANGUAGES) {
        const card = cards.card(notice, language);
        const windows = card.actions.flatMap((action) =>
          action.kind === 'form' ? [renderSlackModal(card, action, language, '')] : [],
        );
        const views = [...windows, renderSlackHome([card], language)];
        assert.deepEqual(faultsOfMessage(renderSlackMessage(card, language)), [], `${name} ${language}`);
        for (const view of views) assert.deepEqual(faultsOfView(onWire(view)), [], `${name} ${language}`);
        checked += 1 + views.length;
      }
    }
    assert.ok(checked > 200, String(checked));
    console.log(`      ${checked} messages, windows and homes in Slack`);
  });

  it('every card holds that somebody was shown in the story', () => {
    const verbs = new Set<string>();
    for (const card of shownCards.values()) {
      assert.deepEqual(faultsOfCard(card), [], JSON.stringify(card).slice(0, 400));
      assert.equal(card.version, '1.5');
      for (const { verb } of actionsOf(card)) verbs.add(verb);
    }
    assert.ok(shownCards.size > 50, String(shownCards.size));
    console.log(`      ${shownCards.size} recorded cards with ${verbs.size} verbs`);
  });

  it('a card that breaks the rules does not', () => {
    const whole = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x' }] };
    assert.deepEqual(faultsOfCard(whole), []);
    assert.deepEqual(faultsOfCard({ ...whole, msteams: { width: 'full' } }), []);
    for (const broken of [
      { ...whole, body: [{ type: 'TextBlock' }] },
      { ...whole, body: [{ type: 'Tekst', text: 'x' }] },
      { ...whole, body: [{ type: 'TextBlock', text: 'x', size: 'Enormous' }] },
      { ...whole, actions: [{ type: 'Action.Execute', verb: 7 }] },
      {
        ...whole,
        body: [
          { type: 'Input.Text', id: 'a' },
          { type: 'Input.Text', id: 'a' },
        ],
      },
    ]) {
      assert.notDeepEqual(faultsOfCard(broken), [], JSON.stringify(broken));
    }
  });
});
