import type { warnings as danish } from '../da/warnings.ts';

export const warnings: typeof danish = {
  before: {
    danger:
      'If someone is in danger, do not wait for an answer here. Call 112 if it is urgent. Sparring here does not replace a formal notification.',
    whistleblower:
      'This may belong with the whistleblower scheme. There the law protects you. Here it does not in the same way.',
    harassment: 'If you or a colleague has been harassed, you should not be alone with it.',
    decision:
      "If this is about a decision on one particular citizen, it belongs in that citizen's own file. Here you can ask how to handle the conversation.",
    names: 'Are there names of citizens in it? Write about the situation, not the person.',
    'masked-number':
      'I have hidden a personal number in the text. It still stands in your own message further up. Delete that message there.',
  },
  after: {
    danger:
      'If someone is in danger, do not wait for an answer here. Call 112 if it is urgent. Sparring here does not replace a formal notification.',
    whistleblower:
      'What you wrote may belong with the whistleblower scheme. There the law protects you. You can take the case back here.',
    harassment: 'If you or a colleague has been harassed, you should not be alone with it.',
    decision: "If this is about a decision on one particular citizen, it belongs in that citizen's own file.",
    names: 'There may be names of citizens in what you sent. Write about the situation rather than the person.',
    'masked-number':
      'I have hidden a personal number in the text. It still stands in your own message further up. Delete that message there.',
  },
  call: (name, phone) => `Call ${name} on ${phone}.`,
  turnTo: (name) => `You can turn to ${name}.`,
};
