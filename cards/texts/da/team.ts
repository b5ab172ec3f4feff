/** For a team's channel, where everybody reads it, and about the channel. */
export const team = {
  stop: 'Skriv "@Sammen stop" her, hvis I ikke vil have flere.',
  told: {
    title: { begun: 'I får ugens princip her', stopped: 'Ugens princip er stoppet her' },
    text: {
      begun: 'Hver mandag skriver jeg ugens princip og et spørgsmål, I kan tage med på jeres næste møde.',
      stopped: 'Der kommer ikke flere i denne kanal. Det, hver af jer får af mig, ændrer sig ikke.',
    },
    first: (day: string) => `Det første kommer ${day}.`,
    stop: 'Alle her kan stoppe det igen med "@Sammen stop".',
    again: 'Skriv "@Sammen teammøde", hvis I vil have det igen.',
  },
  where: {
    title: 'Skriv det i jeres kanal',
    how: 'Gå til den kanal, hvor I taler sammen, og skriv "@Sammen teammøde".',
    what: 'Så skriver jeg hver mandag ugens princip og et spørgsmål til jeres møde.',
    who: 'Alle i kanalen kan læse det, og alle kan stoppe det igen.',
  },
};
