import type { shared as danish } from '../da/case.ts';

export const shared: typeof danish = {
  corrected: {
    you: (what) => `You changed ${what}.`,
    other: (name, what) => `${name} changed ${what}.`,
    principle: (name) => `the principle to "${name}"`,
    topic: (name) => `the topic to "${name}"`,
    and: ' and ',
  },
  urgent: 'Urgent',
  goesOn: (platform) => (platform === null ? 'The case continues further down' : `The case continues in ${platform}`),
  talk: {
    call: (phone) => (phone === null ? 'Would like a call.' : `Would like a call on ${phone}.`),
    youCall: (phone) => (phone === null ? 'You asked for a call.' : `You asked for a call on ${phone}.`),
    at: (when, minutes) => `Suggests a talk on ${when} (${minutes} minutes).`,
    youAt: (when, minutes) => `You suggested a talk on ${when} (${minutes} minutes).`,
    place: (place) => `Place: ${place}`,
    phone: (phone) => `Phone: ${phone}`,
    calendar: 'Add to calendar',
    yes: 'Yes, that works.',
    accept: 'Yes, that works',
    acceptCall: 'Yes, I will call',
    another: 'Suggest another time',
    ours: 'Your talk',
    oursAt: (when, minutes) => `${when}, ${minutes} minutes`,
    placeLabel: 'Place',
    phoneLabel: 'Phone',
    accepted: (name, when) => `${name} says yes to a talk on ${when}`,
    acceptedCall: (name) => `${name} says yes to a talk`,
    cancelled: (name) => `The talk with ${name} is cancelled`,
  },
};
