/** Lines that only Teams needs: in channels, in dialogs and after a press. */
export const teams = {
  install: (link: string) =>
    `Jeg vil gerne hjælpe, men jeg kan først skrive til dig, når du har tilføjet mig. Find Sammen under Apps i Teams, tryk på Tilføj, og skriv så til mig dér: ${link}`,
  /** After a press whose result the card does not show. */
  pressed: 'Det er gjort.',
  pressInOwnChat: 'Tryk på knappen i vores egen chat. Så er det kun dig, der ser svaret.',
  dialog: {
    title: 'Få sparring på dette',
    intro:
      'Ret teksten, så den handler om situationen og ikke om personen. Du ser den igen, før jeg sender noget til nogen.',
    label: 'Dit dilemma',
    send: 'Lav et udkast',
    empty: 'Der stod ikke noget. Prøv igen, og skriv et par sætninger.',
  },
};
