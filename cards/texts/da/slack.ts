import { teams } from './teams.ts';

/** Lines that only Slack needs: in channels, in windows and after a press. */
export const slack = {
  /** The window in which somebody asks. Titles and buttons have room for 24 letters. */
  ask: {
    title: 'Få sparring',
    intro: teams.dialog.intro,
    label: teams.dialog.label,
    hint: 'Fortæl det, som du ville sige det til en kollega.',
    send: teams.dialog.send,
    cancel: 'Fortryd',
    empty: teams.dialog.empty,
    tooLong: (most: string) => `Det er for langt: Jeg kan tage ${most} tegn. Send det vigtigste.`,
  },
  close: 'Luk',
  /** On Sammen's page. */
  week: (principle: string) => `Ugens princip: ${principle}`,
  /** Slack gives three seconds to open a window. */
  tooSlow: 'Det gik for langsomt for Slack. Tryk igen.',
};
