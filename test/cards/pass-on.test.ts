import assert from 'node:assert/strict';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { renderSlackMessage } from '../../cards/block-kit.ts';
import type { Card } from '../../cards/model.ts';
import { masked } from '../support/fixtures/builders.ts';
import { afterAnswer } from './examples/as-asker.ts';
import { FOR_CITIZEN } from './examples/case-parts.ts';
import { answers } from './examples/turns.ts';
import { cards } from './support.ts';

/** docs/rules.md, "On behalf of others" */

const cardWith = (said: string, passed = said): Card =>
  cards.card(
    afterAnswer({
      ...FOR_CITIZEN,
      turns: [{ ...answers, text: masked(said) }],
      passOn: { text: masked(passed), agent: null, reminded: false },
    }),
    'da',
  );
const quotes = (card: Card): string[] => card.body.flatMap((node) => (node.kind === 'quote' ? [node.text] : []));
const passedOn = (text: string): string => quotes(cardWith('Et svar.', text)).at(-1)?.split('\n')[1] ?? '';

describe('an answer to be passed on', () => {
  it('stands beside the agent’s own words, and alone when it is long: whole, on every platform', () => {
    assert.deepEqual(quotes(cardWith('Ring til driften.')).length, 2);
    const long = 'Skolen kan sige ja. '.repeat(200).trim();
    const card = cardWith(long);
    assert.equal(quotes(card).filter((text) => text.includes(long)).length, 1);
    const slack = JSON.stringify(renderSlackMessage(card, 'da'));
    const teams = JSON.stringify(renderAdaptiveCard(card, 'da'));
    for (const drawn of [slack, teams])
      assert.ok(!drawn.includes('forkortet') && drawn.split('sige ja').length === 201);
  });

  it('loses a greeting by name and a signature, and nothing else', () => {
    const texts: readonly (readonly [said: string, passed: string])[] = [
      ['Hej [en kollega]. Skolen kan sige ja. Mvh [en kollega]', 'Skolen kan sige ja.'],
      ['Kære [en kollega], skolen kan sige ja. Mange hilsner, [en kollega].', 'skolen kan sige ja.'],
      ['Skolen kan sige ja, mvh [en kollega]', 'Skolen kan sige ja.'],
      ['Hej med jer. Sig hej til [en kollega] i driften.', 'Hej med jer. Sig hej til [en kollega] i driften.'],
      ['Skolen kan sige ja', 'Skolen kan sige ja'],
    ];
    for (const [said, passed] of texts) assert.equal(passedOn(said), passed);
  });
});
