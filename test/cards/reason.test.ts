import assert from 'node:assert/strict';
import type { Reason } from '../../bot/routing/choose-agent.ts';
import { type Routed, reasonInWords } from '../../cards/reason.ts';

const KNOWS: Reason = {
  principle: true,
  topic: true,
  load: 1,
  capacity: 3,
  standsIn: false,
  knows: { principle: 'tydelig-ramme', topic: 'lovgivning' },
  guess: false,
};
const say = (reason: Reason | null, classified: Routed['classified'], words = ['loven']) =>
  reasonInWords({ reason, agent: reason && 'Karen Skov', words, classified }, 'da', () => 'Tydelig ramme');
const SURE = { sure: true, says: true, names: true };
const UNSURE = { sure: false, says: true, names: true };
const VAGUE = { sure: false, says: true, names: false };
const SILENT = { sure: false, says: false, names: false };

describe('the reason of the dry run', () => {
  it('names what the agent knows, their load and the words that decided', () => {
    assert.equal(
      say(KNOWS, SURE),
      'Karen Skov kender til "Tydelig ramme" og love og regler og har 1 af højst 3 sager. Læst ud af ordene: loven.',
    );
  });

  it('calls a guess a guess, and nothing else', () => {
    assert.match(say(KNOWS, UNSURE), /Det er et gæt\.$/);
    assert.match(say(null, UNSURE), /^Ingen agent er ledig .* Det er et gæt\.$/);
    assert.doesNotMatch(say(KNOWS, SURE), /gæt/);
  });

  it('names no principle, no topic and no word where the text says too little', () => {
    const little = say({ ...KNOWS, knows: { principle: null, topic: null }, guess: true }, VAGUE);
    assert.equal(little, 'Karen Skov er den, der har bedst tid, og har 1 af højst 3 sager. Det er et gæt.');
    const nothing = say({ ...KNOWS, knows: { principle: null, topic: null }, guess: true }, SILENT);
    assert.match(nothing, /^Karen Skov er den, der har bedst tid, og har 1 af højst 3 sager\. .*det er et gæt\.$/);
    assert.doesNotMatch(nothing, /ramme|love|ordene/);
  });
});
