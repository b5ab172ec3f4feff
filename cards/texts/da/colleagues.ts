/** When an agent asks a colleague to take a case over. `agent` has the case, `to` is asked; both are first names. */
export const colleagues = {
  someone: 'en kollega',
  handOver: {
    label: 'Giv sagen til en kollega',
    intro: (asker: string) =>
      `Jeg spørger først ${asker}, hvad den nye må læse. Så spørger jeg den, du vælger. Du har sagen, til den nye siger ja.`,
    agent: 'Hvem skal have sagen?',
    agentHint: 'Fornavn og efternavn',
    reason: 'Hvorfor? Begge kan læse det',
    send: 'Spørg',
  },
  /** To the asker. */
  asked: {
    title: (agent: string, to: string) => `${agent} vil gerne give din sag til ${to}`,
    question: (agent: string, to: string) =>
      `${agent} vil gerne give din sag til ${to}. Må ${to} også læse, hvad du og ${agent} har skrevet?`,
    all: 'Ja',
    dilemma: 'Kun mit dilemma',
    no: 'Nej',
    means: (agent: string, to: string, until: string) =>
      `Nej betyder, at sagen bliver hos ${agent}. Hvis du ikke har svaret senest ${until}, viser jeg ${to} dit dilemma og ikke andet.`,
    shutOut: (agent: string, to: string) =>
      `${to} kan ikke få din sag, uanset hvad du svarer. ${agent} får et venligt nej og ikke grunden.`,
    you: (agent: string) =>
      `${agent} ved ikke, at sagen er din. Uanset hvad du svarer, får ${agent} et venligt nej og ikke grunden.`,
    waits: {
      all: (agent: string, to: string) =>
        `Jeg har spurgt ${to}, som kan læse dit dilemma og det, du og ${agent} har skrevet.`,
      dilemma: (_agent: string, to: string) => `Jeg har spurgt ${to}, som kun kan læse dit dilemma.`,
    },
    untilThen: (agent: string, to: string) => `${agent} har sagen, til ${to} siger ja.`,
    readers: (agent: string, to: string) => `Kun du, ${agent} og ${to} kan læse det, I skriver her.`,
    takenOver: (agent: string) => `${agent} har nu din sag`,
  },
  /** To the agent who asked. */
  asking: {
    asker: (asker: string, to: string) =>
      `Jeg spørger først ${asker}, hvad ${to} må læse. Du har sagen, til ${to} siger ja.`,
    colleague: (to: string, until: string) => `Du hører senest ${until}, om ${to} tager sagen. Indtil da har du den.`,
    stays: 'Sagen bliver hos dig',
    notThisTime: (to: string) => `Det blev ikke ${to} denne gang, og det er helt i orden. Du kan spørge en anden.`,
  },
  /** To the colleague who is asked. */
  handed: {
    title: (agent: string) => `${agent} spørger, om du vil tage en sag`,
    until: (agent: string, until: string) =>
      `Svar inden ${until}. Hvis du ikke når det, bliver sagen hos ${agent}. Det er helt i orden.`,
    readers: (agent: string) => `Når du har taget sagen, kan ${agent} ikke længere læse med.`,
    declineIntro: (agent: string) => `Det er helt i orden. Sagen bliver hos ${agent}, som ikke ser grunden.`,
    decline: 'Sig nej tak',
    stays: (agent: string) => `Sagen bliver hos ${agent}`,
  },
  /** A co-agent, who helps the agent. `to` is invited; first names. */
  invite: {
    label: 'Inviter en kollega til at hjælpe',
    intro: (asker: string) =>
      `Jeg spørger først ${asker}, hvad den nye må læse. Så spørger jeg den, du vælger. Kun I to ser det, I skriver til hinanden, og svaret er fra jer begge.`,
    agent: 'Hvem vil du invitere?',
    send: 'Spørg',
    suggested: (name: string, needs: string) =>
      `${name} kender til ${needs}. Skal jeg spørge, om I to kan svare sammen?`,
    askThem: (to: string) => `Inviter ${to}`,
    title: (agent: string, to: string) => `${agent} vil gerne have hjælp af ${to}`,
    question: (agent: string, to: string) =>
      `${agent} vil gerne tænke sammen med ${to} om din sag. Må ${to} også læse, hvad du og ${agent} har skrevet?`,
    means: (agent: string, to: string, until: string) =>
      `${to} skriver kun til ${agent}, og du får ét svar fra dem begge. Hvis du siger nej eller ikke har svaret senest ${until}, spørger jeg ikke ${to}.`,
    helps: {
      all: (agent: string, to: string) => `${to} hjælper ${agent} og kan læse det, I skriver her.`,
      dilemma: (agent: string, to: string) => `${to} hjælper ${agent} og kan kun læse dit dilemma og svaret.`,
    },
    asker: (asker: string, to: string) => `Jeg spørger først ${asker}, hvad ${to} må læse.`,
    colleague: (to: string, until: string) => `Du hører senest ${until}, om ${to} kan hjælpe.`,
    alone: 'Du har sagen alene',
    notThisTime: (to: string) => `${to} er ikke med i sagen, og det er helt i orden. Du kan spørge en anden.`,
    joined: (to: string) => `${to} hjælper dig med sagen`,
    helping: (to: string) => `${to} hjælper dig. Svaret er fra jer begge.`,
  },
  /** To the colleague who is invited, and who helps. */
  coAgent: {
    title: (agent: string) => `${agent} spørger, om du vil hjælpe med en sag`,
    until: (agent: string, until: string) =>
      `Svar inden ${until}. Hvis du ikke når det, svarer ${agent} alene. Det er helt i orden.`,
    how: (agent: string) => `Du skriver kun til ${agent}, og kun I to ser det. Svaret bliver sendt i begges navn.`,
    /** The words typed in the chat wait for the yes. */
    typed: (agent: string) => `Det, du har skrevet, står klar i feltet til ${agent}, når du har sagt ja.`,
    accept: 'Ja, gerne',
    decline: 'Ikke denne gang',
    helping: (agent: string) => `Du hjælper ${agent} med en sag`,
    active: (agent: string) => `Skriv til ${agent}, når du har en tanke. Svaret bliver sendt i begges navn.`,
    answered: (agent: string) => `${agent} har givet svaret i begges navn.`,
    leave: 'Jeg kan ikke hjælpe mere',
  },
  /** What the two agents write to each other. */
  notes: {
    heading: (other: string) => `Mellem dig og ${other}. Kun I to ser det`,
    title: (who: string) => `${who} har skrevet til dig alene`,
    ask: (other: string) => `Skal jeg sende det til ${other} som note? Kun I to ser den.`,
    label: (other: string) => `Skriv kun til ${other}`,
    text: (other: string) => `Til ${other}. Kun I to ser det`,
    more: (count: number) => (count === 1 ? 'Én ældre note er ikke vist.' : `${count} ældre noter er ikke vist.`),
  },
  signed: (agent: string, coAgent: string) => `Svar fra ${agent} og ${coAgent}`,
  signedByYou: (coAgent: string) => `Svar fra dig og ${coAgent}`,
};
