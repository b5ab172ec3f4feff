import type { draft as danish } from '../da/draft.ts';

export const draft: typeof danish = {
  kicker: 'Only you see the draft',
  title: 'Shall I send this to a thinking partner?',
  yours: 'Your dilemma',
  readers: 'I ask one thinking partner at a time, and your manager is not one of them.',
  kept: (day) => `The draft stays here until the end of ${day}.`,
  reminded: 'Would you like to send your draft?',
  vague: 'Two more sentences would help: who is it about, and what have you tried? You can also send it as it is.',
  ask: {
    question: 'I am not sure: what would you most like help with? You can also just send it.',
    plain: {
      'lytter-foerst': 'Understanding what they mean',
      'bygger-bro': 'Bringing people together',
      'skaber-fremdrift': 'Getting things moving',
      'goer-det-nemt': 'Making it easy to join in',
      'fastholder-virkelyst': 'Keeping their spirits up',
      'tydelig-ramme': 'Saying what we can and may do',
    },
    option: (name, plain) => `${name} (${plain.charAt(0).toLocaleLowerCase('en')}${plain.slice(1)})`,
    named: (plain, name) =>
      `You chose: ${plain} (${name}). You can choose again under Change. An administrator may read the text later, without names, so that I learn from your choice.`,
  },
  silent:
    'I cannot tell what this is about. Feel free to add a little, or send it as it is. Who can help is then a guess.',
  promise: (when) => `You will hear from a human by ${when} if you send it now.`,
  noPromise:
    'Right now there is no thinking partner I can ask. So I cannot promise you a time, but I will ask the first one who can help.',
  nameless: 'Your words can give you away, even without your name. Others can request access to them.',
  namelessOwn: (what) => `The text contains ${what}. If you send it without your name, I hide it.`,
  keepMine: (what) => `Keep ${what} in the text, even if I send it without my name`,
  openly:
    'Others could read what you wrote, so it is sent with your name. What you send can be requested under the access rules.',
  follows: (number) => `Case ${number} was closed more than 30 days ago, so your dilemma becomes a new case.`,
  send: 'Send',
  sendNameless: 'Send without my name',
  change: 'Change',
  discard: 'Throw away',
  /** A draft that was started from a nudge and has no text yet. */
  begun: { title: 'What is difficult about it?' },
  changing: {
    title: 'Change your dilemma',
    text: 'Your dilemma',
    textHint: 'What are you unsure about, and what have you tried?',
    more: 'More: topic, and who should not be asked',
    moreAbout: 'More: what it is about',
    principle: 'It is mostly about',
    topic: 'Topic',
    learning:
      'If you choose another topic, an administrator may read the text later, without names, so that I learn from your choice.',
    today: 'I need an answer today',
    promise: (when, today) =>
      `You will hear from a human by ${when} if you send it now. Tick the box if you need an answer sooner: by ${today}.`,
    notTo: {
      label: 'Who should I not ask? Choose up to three. They will not be told',
      hint: 'The names, with commas between',
    },
  },
  doubt: {
    title: 'Is that a question for me?',
    yours: 'You wrote',
    more: 'If it is a dilemma, please write a little more about it.',
    dilemma: 'It is a dilemma',
  },
  whom: {
    yours: 'You wrote',
    title: {
      send: (name) => `Shall I send it to ${name}?`,
      thank: (name) => `Shall I send your thanks to ${name}?`,
      keep: 'Shall I add it to your case?',
      offer: (name) => `Is it an answer to ${name}?`,
      yes: (when) => `Shall I say yes to ${when}?`,
      yesToCall: (name) => `Shall I say yes to a talk with ${name}?`,
      several: 'Who is it for?',
    },
    nameless: 'your anonymous colleague',
    send: (name) => `Send to ${name}`,
    thank: (name) => `Send thanks to ${name}`,
    answer: (name) => `Answer ${name}`,
    yes: 'Yes, that works',
    yesTo: (name) => `Say yes to ${name}`,
    inCase: (name, number) => `${name} (case ${number})`,
    keep: 'Add it to the case',
    keepIn: (number) => `Add it to case ${number}`,
    isNew: 'It is a new dilemma',
    sendNew: 'Send as a new dilemma',
    outOfReach: (name, first) =>
      `I cannot reach ${name} at the moment. If you send it, ${first} gets it as soon as I can.`,
    sent: (name) => `Sent to ${name}.`,
    given: (name) => `Thank you. I am passing it on to ${name}.`,
    agreed: (name, when) => `Agreed with ${name}: you two talk on ${when}.`,
    agreedCall: (name) => `Agreed: you call ${name}.`,
    kept: 'I have added it to your case. Whoever takes the case can read it.',
    inOffer: 'Your words are on the card below. That is where you answer.',
  },
  /** What is left of a preview when a newer one stands further down. */
  moved: (platform) => (platform === null ? 'Your draft is further down.' : `Your draft is now in ${platform}.`),
  full: {
    title: 'There is no room for more in your draft',
    text: (most) =>
      `A draft holds up to ${most} characters. What you wrote last is not in it, and the rest of the draft is as it was.`,
    what: 'Press Change and shorten the draft, or send it and write the rest to your colleague afterwards.',
  },
  sentStays: {
    title: 'What you have sent is still sent',
    text: 'Editing or deleting the message here does not change it. Write a new message if something needs correcting.',
  },
  used: (number) => (number === null ? 'Thank you. I am passing it on.' : `Sent. It is case ${number}.`),
  discarded: 'The draft has been thrown away. Nobody saw it.',
  ended: {
    dilemma: 'Your draft has been here for a couple of days, so I threw it away. Nobody saw it. Just write again.',
    words: 'I did not keep what you wrote here, and nobody saw it. Just write again.',
    blank: 'I have closed the form. Just write to me when you are unsure about something.',
  },
};
