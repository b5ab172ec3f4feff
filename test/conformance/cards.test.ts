import assert from 'node:assert/strict';
// The story runs first and records every card that anybody is shown.
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

describe('cards against the published schema and the package that draws them', () => {
  it('every example card is valid, in every language', () => {
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

  it('every example is valid as Slack blocks, with the modal of each form and in the App Home', () => {
    let checked = 0;
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      for (const language of LANGUAGES) {
        const card = cards.card(notice, language);
        const modals = card.actions.flatMap((action) =>
          action.kind === 'form' ? [renderSlackModal(card, action, language, '')] : [],
        );
        const views = [...modals, renderSlackHome([card], language)];
        assert.deepEqual(faultsOfMessage(renderSlackMessage(card, language)), [], `${name} ${language}`);
        for (const view of views) assert.deepEqual(faultsOfView(onWire(view)), [], `${name} ${language}`);
        checked += 1 + views.length;
      }
    }
    assert.ok(checked > 200, String(checked));
    console.log(`      ${checked} messages, modals and homes in Slack`);
  });

  it('every card shown in the story is valid', () => {
    const verbs = new Set<string>();
    for (const card of shownCards.values()) {
      assert.deepEqual(faultsOfCard(card), [], JSON.stringify(card).slice(0, 400));
      assert.equal(card.version, '1.5');
      for (const { verb } of actionsOf(card)) verbs.add(verb);
    }
    assert.ok(shownCards.size > 50, String(shownCards.size));
    console.log(`      ${shownCards.size} recorded cards with ${verbs.size} verbs`);
  });

  it('a card that breaks the rules is not valid', () => {
    const valid = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x' }] };
    assert.deepEqual(faultsOfCard(valid), []);
    assert.deepEqual(faultsOfCard({ ...valid, msteams: { width: 'full' } }), []);
    for (const broken of [
      { ...valid, body: [{ type: 'TextBlock' }] },
      { ...valid, body: [{ type: 'Tekst', text: 'x' }] },
      { ...valid, body: [{ type: 'TextBlock', text: 'x', size: 'Enormous' }] },
      { ...valid, actions: [{ type: 'Action.Execute', verb: 7 }] },
      {
        ...valid,
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
