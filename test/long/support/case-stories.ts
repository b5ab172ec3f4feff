import type { Play } from './play.ts';

/** What is left to do on a later day; nothing for a story that ends on the same. */
type Later = () => Promise<void>;

/** One story for each group of verbs, told in steps that may each be the last one of a process. */
export const CASE_STORIES: Readonly<Record<string, (play: Play) => Promise<Later | undefined>>> = {
  'a case that is given back, and handed over twice': async (play) => {
    const first = await play.ask('yes');
    await play.writes(first, 'accept-case', 'text');
    await play.presses(first, 'give-back', { reason: 'too-close' });
    const second = await play.isOffered(first);
    await play.writes(second, 'accept-case', 'text');
    await play.writes(play.asker, 'reply', 'text');
    const [third, fourth] = play.othersThan(first, second);
    await play.writes(second, 'hand-over', 'reason', { agent: third.name });
    await play.presses(play.asker, 'answer-hand-over', {}, { show: 'all' });
    await play.presses(third, 'decline-case', { reason: 'not-today' });
    await play.writes(second, 'hand-over', 'reason', { agent: fourth.name });
    await play.presses(play.asker, 'answer-hand-over', {}, { show: 'dilemma' });
    await play.writes(fourth, 'accept-case', 'text');
    await play.writes(fourth, 'answer-case', 'text', { outcome: 'advice' });
    await play.presses(play.asker, 'rate-answer', {}, { helpful: 'yes' });
    return undefined;
  },

  'two agents, whose notes are theirs': async (play) => {
    const agent = await play.ask('yes');
    await play.writes(agent, 'accept-case', 'text');
    await play.writes(play.asker, 'reply', 'text');
    const [helper] = play.othersThan(agent);
    await play.presses(agent, 'invite-co-agent', { agent: helper.name });
    await play.presses(play.asker, 'answer-invitation', {}, { show: 'all' });
    await play.presses(helper, 'accept-co-agent');
    const notes = [
      await play.writes(helper, 'note-to-agent', 'text'),
      await play.writes(agent, 'note-to-agent', 'text'),
    ];
    await play.writes(agent, 'answer-case', 'text', { outcome: 'advice' });
    await play.presses(helper, 'decline-co-agent');
    play.neverReads(play.asker, notes);
    return undefined;
  },

  'an introduction': async (play) => {
    const agent = await play.ask('yes');
    const dilemma = await play.writes(agent, 'accept-case', 'text');
    await play.writes(agent, 'request-introduction', 'text', { person: play.colleague.name });
    await play.presses(play.asker, 'accept-introduction');
    await play.isMet();
    await play.writes(agent, 'answer-case', 'text', { outcome: 'introduction' });
    play.neverReads(play.colleague, [dilemma]);
    return undefined;
  },

  'a talk that is agreed on, moved and called off': async (play) => {
    const agent = await play.ask('no');
    await play.presses(agent, 'accept-case');
    await play.writes(agent, 'talk', 'place', { day: '3. december', time: 'kl. 10.30' });
    await play.presses(play.asker, 'accept-talk');
    await play.writes(play.asker, 'talk', 'place', { day: '4. december', time: '13' });
    await play.presses(agent, 'accept-talk');
    await play.presses(agent, 'cancel-talk');
    const where = { outcome: 'meeting', day: '8. december', time: '9' };
    await play.writes(agent, 'answer-case', 'text', where);
    await play.presses(play.asker, 'accept-talk');
    return undefined;
  },

  'labels and an answer that are corrected': async (play) => {
    const agent = await play.ask('yes');
    await play.presses(agent, 'accept-case');
    await play.writes(agent, 'ask-back', 'text');
    await play.presses(agent, 'correct-labels', { principle: 'tydelig-ramme', topic: 'oekonomi' });
    await play.writes(agent, 'answer-case', 'text', { outcome: 'clear-no', ground: 'cannot', alternative: 'Ring.' });
    await play.writes(agent, 'correct-answer', 'text');
    await play.presses(play.asker, 'close-case');
    await play.writes(agent, 'correct-answer', 'text');
    return undefined;
  },

  'a citizen who hears from somebody': async (play) => {
    const agent = await play.ask('yes', 'citizen');
    await play.writes(agent, 'accept-case', 'text');
    await play.writes(agent, 'answer-case', 'text', { outcome: 'advice', nextStepDate: '2026-12-03' });
    return () => play.reads(play.asker, /Borgeren hører fra dig senest torsdag d\. 3\. december/u);
  },

  'a small trial, and whose the next step is': async (play) => {
    const agent = await play.ask('yes');
    await play.presses(agent, 'accept-case');
    const trial = { trial: 'Kaffe i opgangen', trialUntil: '2. december', trialSign: 'Nogen kommer igen' };
    await play.writes(agent, 'answer-case', 'text', { outcome: 'small-trial', owner: 'both', ...trial });
    await play.writes(play.asker, 'own-step', 'nextStep', { nextStepDate: '2026-12-10' });
    return async () => {
      await play.writes(play.asker, 'follow-up', 'text', {}, { kept: 'yes' });
      await play.presses(play.asker, 'follow-up', {}, { next: 'adjust' });
      await play.presses(play.asker, 'close-case');
    };
  },

  'a case from which others learn': async (play) => {
    const agent = await play.ask('yes');
    await play.presses(agent, 'accept-case');
    const step = { nextStep: 'Gå derned sammen', nextStepDate: '2026-12-02' };
    const answered = await play.writes(agent, 'answer-case', 'text', { outcome: 'advice', ...step });
    await play.presses(play.asker, 'accept-step');
    return async () => {
      await play.presses(play.asker, 'follow-up', {}, { kept: 'yes' });
      await play.presses(play.asker, 'follow-up', {}, { story: 'yes' });
      const story = 'Vi drak kamillete sammen, før nogen tegnede noget.';
      await play.presses(play.asker, 'edit-story', { text: story });
      // A yes on the card before would be to other words.
      await play.reads(play.asker, /Er det sådan, du vil fortælle det\?/u);
      await play.presses(play.asker, 'approve-story', {}, { approve: 'yes' });
      await play.presses(agent, 'approve-story', {}, { approve: 'yes' });
      await play.reads(play.asker, /Alle kolleger kan læse din fortælling/u);
      await play.says(play.colleague, 'søg kamillete');
      await play.reads(play.colleague, /Vi drak kamillete sammen/u);
      play.neverReads(play.colleague, [answered]);
    };
  },
};
