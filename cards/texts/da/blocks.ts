/** Texts that Slack's blocks need in addition to the card's own. */
export const blocks = {
  /** Closes a modal without sending. */
  cancel: 'Fortryd',
  /** Before a warning, because Slack gives warnings no colour. */
  warning: 'Vigtigt:',
  /** Above the second field of a text that is too long for one. */
  goesOn: (label: string) => `${label} (fortsat)`,
  /** Beside the second "…" menu of a card. */
  moreChoices: 'Flere muligheder',
};
