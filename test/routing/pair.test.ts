import assert from 'node:assert/strict';
import { personId } from '../../bot/ids.ts';
import { choosePair, lackingTo } from '../../bot/routing/choose-pair.ts';
import { aStanding } from '../support/fixtures/builders.ts';
import { aGuess, wanted } from '../support/fixtures/guesses.ts';

const both = aGuess({ 'lytter-foerst': 0.9 }, { borgerdialog: 0.7 }, { sure: true, needs: ['lovgivning', 'oekonomi'] });
const lead = aStanding('lead');
const lawyer = aStanding('lawyer', { principles: [], topics: ['lovgivning'] });
const banker = aStanding('banker', { principles: [], topics: ['oekonomi'] });
const jurist = aStanding('jurist', { principles: [], topics: ['lovgivning', 'oekonomi'], load: 2 });

describe('what an agent lacks', () => {
  it('is the law and money that the text needs and they do not know', () => {
    assert.deepEqual(lackingTo(wanted(both), lead), ['lovgivning', 'oekonomi']);
    assert.deepEqual(lackingTo(wanted(both), banker), ['lovgivning']);
    assert.deepEqual(lackingTo(wanted(both), jurist), []);
  });

  it('is also a topic that somebody named, and nothing that was only guessed from no words', () => {
    const named = wanted(aGuess({ 'lytter-foerst': 0.9 }), { topic: 'oekonomi', labelled: { topic: 'asker' } });
    assert.deepEqual(lackingTo(named, lead), ['oekonomi']);
    assert.deepEqual(lackingTo({ ...named, labelled: {} }, lead), []);
    assert.deepEqual(lackingTo(wanted({ ...both, says: false }), lead), []);
    const { guess: _none, ...old } = wanted(both);
    assert.deepEqual(lackingTo(old, lead), []);
  });
});

describe('the colleague besides', () => {
  const pair = (agents: readonly (typeof lead)[], not: string[] = []) =>
    choosePair(wanted(both, { not: new Set(['lead', ...not].map(personId)) }), ['lovgivning', 'oekonomi'], agents);

  it('rather knows all of it than a part, and a part than nothing', () => {
    assert.deepEqual(pair([lead, lawyer, jurist, banker]), { agent: 'jurist', needs: ['lovgivning', 'oekonomi'] });
    assert.deepEqual(pair([lead, lawyer, banker]), { agent: 'lawyer', needs: ['lovgivning'] });
    assert.deepEqual(pair([lead, banker]), { agent: 'banker', needs: ['oekonomi'] });
    assert.deepEqual(pair([lead]), { agent: null, needs: ['lovgivning', 'oekonomi'] });
  });

  it('is chosen by the rules for any agent', () => {
    assert.equal(pair([lawyer, jurist], ['jurist']).agent, 'lawyer');
    assert.equal(pair([lawyer, { ...jurist, reachable: false }]).agent, 'lawyer');
    assert.equal(pair([lawyer, { ...jurist, absent: true }]).agent, 'lawyer');
    assert.equal(pair([lawyer, { ...jurist, load: 3 }]).agent, 'lawyer');
  });
});
