/** For a team's channel, where everybody reads it, and about the channel. */
export const team = {
  stop: 'Vil I ikke have det mere, så skriv "@Sammen stop" her.',
  told: {
    title: { begun: 'I får ugens princip her', stopped: 'Det er stoppet' },
    text: {
      begun: 'Hver mandag skriver jeg ugens princip og et spørgsmål, I kan tage med på jeres næste møde.',
      stopped: 'Der kommer ikke flere principper i den her kanal. Det, den enkelte får af mig, ændrer sig ikke.',
    },
    first: (day: string) => `Det første kommer ${day}.`,
    stop: 'Alle her kan stoppe det igen: Skriv "@Sammen stop".',
    again: 'Vil I have det igen, så skriv "@Sammen teammøde".',
  },
  where: {
    title: 'Skriv det i jeres kanal',
    how: 'Gå til den kanal, hvor I taler sammen, og skriv "@Sammen teammøde".',
    what: 'Så skriver jeg hver mandag ugens princip og et spørgsmål til jeres møde.',
    who: 'Alle i kanalen kan læse det, og alle kan stoppe det igen.',
  },
};
