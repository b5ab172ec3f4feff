import type { onBehalf as danish } from '../da/on-behalf.ts';

export const onBehalf: typeof danish = {
  question: 'Who are you asking for?',
  options: {
    me: 'Myself',
    colleague: 'A colleague who does not use Sammen',
    citizen: 'A citizen with an idea. Leave out their name',
  },
  youAsk: {
    colleague: 'You are asking for a colleague. When the answer comes, you also get it in words you can pass on.',
    citizen: 'You are asking for a citizen. When the answer comes, you also get it in words you can pass on.',
  },
  namedCitizen:
    "The text may hold the citizen's name. Your colleague can help without it. Write about the idea, not the person.",
  theyAsk: {
    colleague: (asker) => `${asker} is asking for a colleague who does not use Sammen.`,
    citizen: (asker) => `${asker} is asking for a citizen with an idea. Your answer will be passed on to them.`,
  },
  answer: {
    hint: {
      colleague: 'Write it so that it can be passed on',
      citizen: 'Write it so that it can be read out on the phone. Leave out names',
    },
    hearsBy: 'By when will the citizen hear from you?',
  },
  passOn: {
    to: {
      colleague: 'To your colleague, when you call or write',
      citizen: 'To the citizen, when you call or write',
    },
    hello: {
      colleague: 'Hello. I have asked a colleague on your behalf.',
      citizen: 'Hello. Thank you for coming to us with your idea.',
    },
    ground: (text) => `The reason: ${text}.`,
    alternative: (text) => `Instead: ${text}.`,
    trial: (text, until) => `We will try: ${text}, until ${until}.`,
    step: (text) => `What happens next: ${text}.`,
    hears: (day) => `You will hear from us by ${day}.`,
    agent: (name, phone) =>
      phone === null ? `You can also ask for ${name}.` : `You can also call ${name} on ${phone}.`,
  },
  hears: (day) => `The citizen will hear from you by ${day}.`,
  willRemind: 'I will remind you.',
  reminder: {
    title: (day) => `The citizen is to hear from you by ${day}`,
    text: 'Call or write to the citizen, even if there is no news. You can read the words above out loud.',
  },
};
