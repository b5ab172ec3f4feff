import assert from 'node:assert/strict';
import { chooseAgent, type Standing, type Wanted } from '../../bot/routing/choose-agent.ts';
import type { Guess } from '../../bot/routing/guess.ts';
import { PRINCIPLES, type Principle, TOPICS } from '../../bot/words.ts';
import { aStanding } from '../support/fixtures/builders.ts';
import { aGuess, wanted } from '../support/fixtures/guesses.ts';

const UNSURE = aGuess({ 'lytter-foerst': 0.4, 'tydelig-ramme': 0.35, 'bygger-bro': 0.25 });
const chosen = (want: Wanted, agents: Standing[]): string | null => chooseAgent(want, agents)?.agent ?? null;
const knowing = (id: string, principles: Principle[], more: Partial<Standing> = {}) =>
  aStanding(id, { principles, topics: [], ...more });

describe('the agent who is expected to fit best', () => {
  const first = knowing('first', ['lytter-foerst']);
  const others = knowing('others', ['tydelig-ramme', 'bygger-bro']);

  it('is asked where the likeliest principle is not likely', () => {
    assert.equal(chosen(wanted(UNSURE), [first, others]), 'others');
    assert.equal(chosen(wanted(aGuess({ 'lytter-foerst': 0.8, 'tydelig-ramme': 0.2 })), [first, others]), 'first');
  });

  it('is the one who knows the label that a person named', () => {
    const named = wanted(UNSURE, { principle: 'lytter-foerst', labelled: { principle: 'asker' } });
    assert.equal(chosen(named, [first, others]), 'first');
    assert.equal(
      chosen({ ...named, topic: 'oekonomi', labelled: { topic: 'asker' } }, [
        knowing('listens', ['lytter-foerst']),
        aStanding('counts', { principles: [], topics: ['oekonomi'] }),
      ]),
      'counts',
    );
  });

  it('is the same as before for a case without a guess', () => {
    const { guess: _none, ...old } = wanted(UNSURE);
    assert.equal(chosen(old, [first, others]), 'first');
    assert.equal(chosen({ ...old, guess: null }, [first, others]), 'first');
  });

  it('knows the principle rather than the topic, and both rather than one', () => {
    const sure = wanted(aGuess({ 'lytter-foerst': 1 }));
    const topic = aStanding('topic', { principles: [] });
    assert.equal(chosen(sure, [topic, first]), 'first');
    assert.equal(chosen(sure, [topic, first, aStanding('both')]), 'both');
  });

  it('knows a likely topic rather than a principle that is hardly more likely than others', () => {
    const counts = aStanding('counts', { principles: [], topics: ['oekonomi'] });
    const guess = (chance: number) =>
      wanted(aGuess({ 'lytter-foerst': 0.5, 'tydelig-ramme': 0.5 }, { oekonomi: chance, lovgivning: 1 - chance }));
    assert.equal(chosen(guess(0.95), [first, counts]), 'counts');
    assert.equal(chosen(guess(0.7), [first, counts]), 'first');
  });

  it('is not whoever knows everything, however many cases they have', () => {
    const all = aStanding('all', { principles: PRINCIPLES, topics: TOPICS, capacity: 9 });
    const guess = aGuess({ 'lytter-foerst': 0.8, 'tydelig-ramme': 0.2 });
    assert.equal(chosen(wanted(guess), [first, all]), 'all');
    assert.equal(chosen(wanted(guess), [aStanding('one'), { ...all, load: 3 }]), 'one');
  });

  it('reads the asker’s language, unless nobody else fits', () => {
    const english = wanted(aGuess({ 'lytter-foerst': 0.9 }), { language: 'en' });
    const both = aStanding('zoe', { languages: ['da', 'en'] });
    assert.equal(chosen(english, [aStanding('anna'), both]), 'zoe');
    assert.equal(chosen(english, [aStanding('anna'), { ...both, principles: [], topics: [] }]), 'anna');
  });

  it('is told what they were asked for: the likeliest that they know, or nothing', () => {
    const reason = (guess: Guess, agent: Standing, more: Partial<Wanted> = {}) =>
      chooseAgent(wanted(guess, more), [agent])?.reason;
    assert.deepEqual(reason(UNSURE, others)?.knows, { principle: 'tydelig-ramme', topic: null });
    assert.equal(reason(UNSURE, others)?.guess, true);
    const sure = aGuess({ 'lytter-foerst': 0.6, 'tydelig-ramme': 0.4 }, undefined, { sure: true });
    assert.deepEqual(reason(sure, others)?.knows, { principle: null, topic: null });
    assert.equal(reason(sure, others)?.guess, false);
    assert.equal(reason(UNSURE, first, { labelled: { principle: 'asker' } })?.guess, false);
  });

  it('is whoever has the most time when a text says nothing, and that is a guess', () => {
    const silent = wanted(aGuess({ 'lytter-foerst': 0.4 }, undefined, { says: false }));
    const choice = chooseAgent(silent, [aStanding('all', { load: 1 }), knowing('free', [])]);
    assert.equal(choice?.agent, 'free');
    assert.equal(chooseAgent(silent, [aStanding('all')])?.reason.knows?.principle, null);
    assert.equal(choice?.reason.guess, true);
  });
});

describe('an anonymous asker’s agent', () => {
  const sure = wanted(aGuess({ 'lytter-foerst': 0.9 }), { notFrom: 'Park' });
  const near = aStanding('near', { unit: 'Park' });
  const far = aStanding('far', { unit: 'Skole', topics: [], load: 2 });

  it('comes from another unit, where one fits', () => {
    assert.equal(chosen(sure, [near, far]), 'far');
    assert.equal(chosen({ ...sure, notFrom: null }, [near, far]), 'near');
    assert.equal(chosen(sure, [near, { ...far, principles: [] }]), 'near');
    assert.equal(chosen(sure, [near, { ...far, unit: null }]), 'far');
  });

  it('is no stand-in from their own unit while somebody elsewhere fits', () => {
    const away = aStanding('away', { unit: 'Skole', absent: true, substitute: near.id });
    assert.equal(chosen(sure, [away, near, far]), 'far');
    assert.equal(chosen(sure, [away, near]), 'near');
  });

  it('may be anybody from another unit when the text says nothing', () => {
    const silent = wanted(aGuess({}, {}, { says: false }), { notFrom: 'Park' });
    assert.equal(chosen(silent, [near, far]), 'far');
  });
});
