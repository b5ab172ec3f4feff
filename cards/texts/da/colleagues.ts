/** When an agent asks a colleague to take a case over. `agent` has the case, `to` is asked; both are first names. */
export const colleagues = {
  someone: 'en kollega',
  handOver: {
    label: 'Giv sagen til en kollega',
    intro: 'Du vælger selv hvem. Først spørger jeg den, der har spurgt dig, hvad den nye må læse.',
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
};
