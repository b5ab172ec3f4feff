/** What is asked before something that cannot be undone. */
export const sure = {
  question: 'Er du sikker?',
  questions: {
    'withdraw-case': 'Er du sikker? Ingen andre end du kan læse sagen bagefter, og det kan ikke fortrydes.',
    'withdraw-story':
      'Er du sikker? Ordene bliver slettet, og det kan ikke fortrydes. De kan stadig stå i kollegers chat fra et skub.',
  } as Readonly<Record<string, string>>,
  /** @param label what the button before it says, in lower case */
  yes: (label: string) => `Ja, ${label}`,
  no: 'Nej',
};
