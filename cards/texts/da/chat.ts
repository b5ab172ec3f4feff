/** Lines outside cards that Teams and Slack share. */
export const chat = {
  /** In a channel, where everybody can read it, and after a dialog. */
  inOwnChat: 'Jeg har skrevet til dig i vores egen chat.',
  refused: {
    guest:
      'Jeg er kun for kolleger i kommunen, så jeg kan desværre ikke hjælpe dig her. Skriv til den, du samarbejder med.',
    bot: 'Jeg taler kun med mennesker.',
  },
  /** To somebody whose message brought more than text. `beside`: the text came along. */
  onlyText: {
    beside:
      'Jeg kan ikke tage filer med, heller ikke billeder eller videresendte beskeder: kun din tekst er kommet med. Jeg har ikke gemt resten, men det ligger stadig her i chatten. Slet det selv, hvis det handler om en borger.',
    alone:
      'Jeg kan ikke tage filer med, heller ikke billeder eller videresendte beskeder: kun tekst. Jeg har ikke gemt noget, men det ligger stadig her i chatten. Slet det selv, hvis det handler om en borger. Skriv gerne med dine egne ord, hvad du er i tvivl om.',
  },
  /** To somebody who writes or presses more than 120 times within a minute. */
  tooFast: {
    words:
      'Du skriver hurtigere, end jeg kan følge med. Det næste minut tager jeg ikke det, du skriver, med. Send det igen bagefter.',
    press: 'Du trykker hurtigere, end jeg kan følge med, så trykket gjorde ikke noget. Vent et minut, og tryk igen.',
  },
  /** Instead of a name in a quoted message. */
  somebody: 'en kollega',
};
