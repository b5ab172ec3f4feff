import type { warnings as danish } from '../da/warnings.ts';

export const warnings: typeof danish = {
  before: {
    danger: (call) =>
      `Is anyone in danger right now? Call 112.${call && ` If you are worried about a child, ${call}.`} You may have a duty to notify, and that cannot wait for an answer here.`,
    threat: (call) =>
      `Have you or a colleague been threatened or hurt? Call 112 if it is urgent. Tell your manager, so that it is recorded.${call && ` If you want to talk to someone, ${call}.`}`,
    whistleblower: (call) =>
      `This may belong with the whistleblower scheme. The law protects you there. It does not protect you here.${call && ` If you want to talk to someone, ${call}.`}`,
    harassment: (call) =>
      `Have you or a colleague been harassed or bullied? You should not be alone with it.${call && ` If you want to talk to someone, ${call}.`}`,
    decision: () =>
      "The decision itself belongs in the citizen's own case. Here you can get help with the conversation.",
  },
  after: {
    whistleblower: (call) =>
      `What you wrote may belong with the whistleblower scheme. The law protects you there. You can withdraw the case here.${call && ` If you want to talk to someone, ${call}.`}`,
  },
  call: (name, phone) => `call ${name} on ${phone}`,
  turnTo: (name) => `turn to ${name}`,
  goTo: (name) => `Go to ${name}`,
  hidden: (what) => `I have hidden ${what}.`,
  kinds: { cpr: 'a CPR number', email: 'an e-mail address', phone: 'a phone number' },
  and: 'and',
  itIsThere: 'It is still in your own message above, so delete it.',
  theyAreThere: 'They are still in your own message above, so delete it.',
  ownPhone: 'Write "profile" if your colleague may have your number.',
  alsoNamed: 'There is also a name. Write about the situation, not the person.',
  named: 'Are there names of citizens in it? Write about the situation, not the person.',
  own: { name: 'your name', unit: 'your unit', phone: 'your phone number' },
  mine: { name: 'my name', unit: 'my unit', phone: 'my phone number' },
  hiddenOwn: (what) => `I have hidden ${what}, because you are writing without your name.`,
  noticed: 'About what you wrote',
};
