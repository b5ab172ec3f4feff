import type { refusals as danish } from '../da/refusals.ts';
import { linking } from './linking.ts';

export const refusals: typeof danish = {
  'not-found': () => 'I cannot find that case among yours. Write "my cases" to see the ones you have.',
  'empty-text': () => 'There was nothing in it. Write a few words and try again.',
  'too-long': () => 'That is too long for me. Shorten it and send it again.',
  'draft-used': () => 'It has already been sent.',
  'draft-discarded': () => 'It has been thrown away. Write it again if you want to send it after all.',
  'draft-ended': () =>
    'The draft is more than a day old and has been thrown away. Write it again and I will find a colleague.',
  'said-openly': () => 'You wrote it where others could read it, so it can only be sent with your name.',
  'only-asker': () => 'Only the person who asked can do that.',
  'only-agent': () => 'Only the sparring agent who has the case can do that.',
  'nobody-has-it': () => 'Nobody has taken the case yet, so that has to wait a little.',
  taken: (who) =>
    who === null
      ? 'Someone else has taken the case. There is nothing more for you to do.'
      : `${who} has taken the case. There is nothing more for you to do.`,
  'offer-gone': () => 'The case has moved on. There is nothing more for you to do.',
  'already-answered': () => 'The case has been answered. If you want to add something, write to your colleague.',
  'not-answered': () => 'There is no answer yet.',
  closed: () => 'The case is closed.',
  'not-closed': () => 'The case is still open. You can simply write on.',
  withdrawn: () => 'The case has been taken back. Nothing more needs doing.',
  'too-late': () => 'The case was closed more than 30 days ago. Write your dilemma here and it becomes a new case.',
  'no-step': () => 'No next step has been proposed.',
  'no-share-question': () => 'There is no need to choose any more. The case has moved on.',
  'not-anonymous': () => 'Your name is already there.',
  'reveal-first': () => 'You can talk together once you have said who you are. That is up to you.',
  'talk-first': () =>
    'You can close the case once the two of you have talked. Otherwise give your colleague an answer.',
  'date-past': () => 'That day has passed. Choose today or a day to come.',
  'needs-ground': () => 'Write both the reason for your no and what your colleague can do instead.',
  'nothing-to-choose': () => 'There is nothing to choose right now. The case is under way.',
  'not-asked-yet': () => 'I have not asked how it went. If you would like to tell, write to your colleague.',
  'bad-phone': () => 'That does not look like a phone number. Write it as 70 00 01 01, or with + and the country code.',
  'date-missing': () => 'Choose a day first, then press again.',
  'dates-turned': () => 'The last day lies before the first. Swap them and try again.',
  'no-such-colleague': () => 'I cannot find that colleague. Choose somebody else.',
  'only-admin': () => 'Only an admin can do that.',
  'last-admin': () => 'There must be at least one admin. Make somebody else an admin first.',
  'link-gone': () => 'The code no longer holds. Write "link" in the other place to get a new one.',
  'link-same-place': () => linking.not['same-place'],
  'link-both-listed': () => linking.not['both-listed'],
  'link-manager': () => linking.not.manager,
  'not-yourself': () => 'Choose somebody other than yourself here.',
  'no-such-nudge': () => 'I cannot find that nudge with you. Press on the card in your own chat.',
  'no-other-nudge': () => 'I have no more about that principle just now. There is a new one in another week.',
  'outside-hours': () => 'Choose a day and a time inside working hours.',
  'only-hr': () => 'Only HR and administrators can do that.',
  'no-run': () => 'That week is over or cancelled, so there is nothing to change.',
  'run-began': () => 'It has begun to go out, so it cannot be swapped. You can hold the rest.',
};
