/** `/agents`: the page everybody may read. */
export const agentsPage = {
  title: 'Kolleger, du kan spørge',
  lead: 'De er ansat i kommunen og har sagt ja til at tænke med, når en kollega har et dilemma i arbejdet med borgere.',
  none: 'Ingen har valgt at stå her endnu. Skriv dit dilemma til Sammen, der finder en kollega.',
  phone: 'Telefon',
  hours: 'Træffes',
  place: 'Mød mig',
};
