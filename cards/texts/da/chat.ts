/** Lines outside cards that Teams and Slack share. */
export const chat = {
  /** In a channel, where everybody can read it, and after a dialog. */
  inOwnChat: 'Jeg har skrevet til dig i vores egen chat.',
  refused: {
    guest:
      'Jeg er kun for kolleger i kommunen, så jeg kan desværre ikke hjælpe dig her. Skriv til den, du samarbejder med.',
    bot: 'Jeg taler kun med mennesker.',
  },
  /** Instead of a name in a quoted message. */
  somebody: 'en kollega',
};
