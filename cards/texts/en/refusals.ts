import type { refusals as danish } from '../da/refusals.ts';
import { linking } from './linking.ts';

export const refusals: typeof danish = {
  'not-found': () => 'I cannot find that case among yours. Write "my cases" to see yours.',
  'empty-text': () => 'There was nothing there. Write a few words and try again.',
  'too-long': () => 'The text is too long for me. Shorten it and send it again.',
  'draft-used': () => 'You have already pressed Send.',
  'draft-discarded': () => 'The draft has been thrown away. Write your dilemma again if you want to send it after all.',
  'draft-ended': () =>
    'The draft was not sent in time and has been thrown away. Write it again and I will find a colleague.',
  'said-openly': () => 'You wrote it where others could read it, so it can only be sent with your name.',
  'only-asker': () => 'Only the person who asked can do that.',
  'only-agent': () => 'Only the thinking partner who has the case can do that.',
  'nobody-has-it': () => 'Nobody has taken the case yet, so that will have to wait a little.',
  taken: (who) =>
    who === null
      ? 'Someone else has taken the case. There is nothing more for you to do.'
      : `${who} has taken the case. There is nothing more for you to do.`,
  'you-have-it': () => 'You already have the case. Write to your colleague, or give it back.',
  'offer-gone': () => 'The case has moved on. There is nothing more for you to do.',
  'asked-colleague': () => 'You have already asked a colleague. Wait for the answer before you ask another.',
  'no-colleague-question': () => 'There is nothing to answer right now. The case has moved on.',
  'colleague-away': (who) => `${who ?? 'That colleague'} cannot be reached right now. Choose somebody else.`,
  'not-for-colleague': (who) => `${who ?? 'That colleague'} cannot take this case. Choose somebody else.`,
  'already-answered': () => 'The case has been answered. Write to your colleague if you want to add something.',
  'nothing-to-correct': () => 'There is no answer to correct at the moment. Write to your colleague instead.',
  'not-answered': () => 'There is no answer yet.',
  closed: () => 'The case is closed.',
  'not-closed': () => 'The case is still open. Just carry on writing.',
  withdrawn: () => 'The case has been withdrawn. There is nothing more to do.',
  'too-late': () => 'The case was closed more than 30 days ago. Write your dilemma here and it becomes a new case.',
  'no-step': () => 'No next step has been proposed.',
  'no-share-question': () => 'You no longer need to choose. The case has moved on.',
  'not-anonymous': () => 'Your colleague can already see your name.',
  'reveal-first': () => 'The two of you can talk once you have shown your name. That is up to you.',
  'talk-first': () =>
    'You can close the case once the two of you have talked. Otherwise give your colleague an answer.',
  'no-talk': () => 'There is no talk to say yes to at the moment. Feel free to suggest a time.',
  'no-talk-to-cancel': () => 'There is no talk to cancel at the moment.',
  'talk-agreed': () => 'You two have agreed on it already. There is nothing more to do.',
  'date-past': () => 'That day has passed. Choose one that has not.',
  'needs-ground': () => 'Write both the reason for your no and what your colleague can do instead.',
  'nothing-to-choose': () => 'There is nothing to choose right now. The case is under way.',
  'not-asked-yet': () => 'I have not asked how it went. Write to your colleague if you would like to say.',
  'bad-phone': () => 'That does not look like a phone number. Write it as 70 00 01 01, or with + and the country code.',
  'date-missing': () => 'Choose a day first, then press again.',
  'just-pressed': () => 'You have only just pressed that button. If you mean it, wait a minute and press again.',
  'date-unreadable': () => 'I cannot read the date. Write it like 10 December 2026, or choose it in the calendar.',
  'date-unclear': () =>
    'I am not sure which day you mean. Write the date alone, with the month as a word: 10 December 2026.',
  'time-unreadable': () => 'I cannot read the time. Write it like 13:30 or 1:30 PM.',
  'moment-unreadable': () => 'I cannot read the day and time. Write them like 10 December 2026 at 13:30.',
  'minutes-unreadable': () => 'Write how many minutes you need, such as 30. It can be from 5 minutes to 8 hours.',
  'dates-turned': () => 'The last day is before the first. Swap them and try again.',
  'no-such-agent': () =>
    'I cannot find that agent. Write the name as it is on the list you get when you write "agents".',
  'too-many-agents': () => 'You can leave out three people at most. Take somebody off the list.',
  'no-such-colleague': () => 'I cannot find that colleague. Choose someone else.',
  'nobody-meant': () => 'I cannot find that colleague. Write the name as it stands in the directory.',
  'several-meant': (who) =>
    `It could be several people${who === null ? '' : `: ${who}`}. Write the whole name, and the unit if you can.`,
  'colleague-unreachable': (who) =>
    `${who ?? 'That colleague'} has no chat with me, so I cannot ask. Choose somebody else.`,
  'away-until': (who, day) =>
    `${who ?? 'That colleague'} is away${day === null ? '' : ` until ${day}`}. Choose somebody else, or suggest it later.`,
  'introduce-asker': (who) => `${who ?? 'That colleague'} is the one who asks. Choose somebody else.`,
  'introduce-manager': (who) =>
    `${who ?? 'That colleague'} is a manager of the colleague who asks. Choose somebody else.`,
  'introduced-before': (who) =>
    `You have suggested ${who ?? 'that colleague'} before in this case. Choose somebody else.`,
  'introduction-open': () => 'I am asking about somebody else. Wait until you have heard whether it works out.',
  'no-introduction': () => 'The question no longer stands. There is nothing more to do.',
  'introduction-stopped': () => 'I cannot introduce you to that colleague. Press the other button, and I leave it.',
  'only-admin': () => 'Only an admin can do that.',
  'asked-long-ago': () => 'I asked a long time ago. Write "forget me" again if you still want that.',
  'last-admin': () => 'There must be at least one admin. Make someone else an admin first.',
  'link-gone': () => 'The code is no longer valid. Write "link" in the other place to get a new one.',
  'link-same-place': () => linking.not['same-place'],
  'link-both-listed': () => linking.not['both-listed'],
  'link-manager': () => linking.not.manager,
  'not-yourself': () => 'Choose someone other than yourself here.',
  'no-such-nudge': () => 'I cannot find that nudge among yours. Use the card in your own chat.',
  'no-other-nudge': () => 'I have no more nudges about that principle just now. A new one comes another week.',
  'outside-hours': () => 'Choose a day and a time inside working hours.',
  'only-hr': () => 'Only HR and admins can do that.',
  'no-run': () => 'That week is over or cancelled, so there is nothing to change.',
  'run-began': () => 'The nudge is already going out, so it cannot be swapped. You can pause the rest.',
};
