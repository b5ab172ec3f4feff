import { teams } from './teams.ts';

/** Lines that only Slack needs: in channels, in modals and after a press. */
export const slack = {
  /** The modal to ask in. Titles and buttons hold 24 characters. */
  ask: {
    title: 'Få sparring',
    intro: teams.dialog.intro,
    label: teams.dialog.label,
    hint: 'Fortæl det, som du ville sige det til en kollega.',
    send: teams.dialog.send,
    cancel: 'Fortryd',
    empty: teams.dialog.empty,
    tooLong: (most: string) => `Teksten er for lang. Jeg kan tage ${most} tegn, så send det vigtigste.`,
  },
  close: 'Luk',
  /** On Sammen's page. */
  week: (principle: string) => `Ugens princip: ${principle}`,
  /** Instead of a mention that brings no name. */
  mentioned: { channel: 'en kanal', group: 'en gruppe', everybody: 'alle' },
  /** Slack allows three seconds to open a modal. */
  tooSlow: 'Det gik for langsomt for Slack. Tryk igen.',
};
