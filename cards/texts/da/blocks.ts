/** What Slack's blocks need beside the card's own words. */
export const blocks = {
  /** Closes a window without sending. */
  cancel: 'Fortryd',
  /** Stands before a warning, which has no colour of its own in Slack. */
  warning: 'Vigtigt:',
  /** Above a second field, when a text is too long for one. */
  goesOn: (label: string) => `${label} (fortsat)`,
  /** Before what cannot be undone; the title says what it is. */
  sure: 'Er du sikker?',
  yes: 'Ja',
  no: 'Nej',
};
