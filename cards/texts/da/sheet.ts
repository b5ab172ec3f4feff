/** The week's principle on a sheet of paper, and in a team's channel. */
export const sheet = {
  title: (principle: string) => `Ugens princip: ${principle}`,
  top: (week: string, municipality: string) => `Uge ${week} · ${municipality}`,
  nudge: 'Prøv det i denne uge',
  team: 'Til jeres næste møde',
  tries: 'Det prøver vi:',
  foot: 'Har du et dilemma? Skriv til Sammen i chatten.',
  ring: (number: string) => `Ring, hvis du ikke har chat: ${number}.`,
};
