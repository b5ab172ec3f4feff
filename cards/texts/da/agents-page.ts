/** `/agents`: the page everybody may read. */
export const agentsPage = {
  title: 'Kolleger, du kan spørge',
  lead: 'De har sagt ja til at tænke med, når du har et dilemma i arbejdet med borgere.',
  none: 'Ingen har sagt ja til at stå her endnu. Skriv dit dilemma til Sammen, så finder den en kollega.',
  phone: 'Telefon',
  hours: 'Træffes',
  place: 'Mød mig',
};
