/** An introduction: the agent proposes a third colleague, the asker is asked, then the colleague. */
export const introduction = {
  /** On the agent's card. */
  propose: {
    label: 'Introducer en kollega',
    intro: (asker: string) =>
      `Jeg spørger først ${asker}, så den, du foreslår. Begge læser din linje. Den, du foreslår, får ikke dilemmaet.`,
    person: (asker: string) => `Hvem skal ${asker} tale med?`,
    typed: 'Eller skriv navnet, hvis listen ikke kommer',
    personHint: 'Navn eller afdeling',
    text: 'Hvorfor netop den kollega?',
    textHint: 'For eksempel: Har prøvet det samme',
    send: 'Foreslå det',
  },
  toAgent: {
    asked: (asker: string, colleague: string) =>
      `Jeg er ved at spørge, om ${asker} og ${colleague} skal tale sammen. Du får besked her.`,
    made: (asker: string, colleague: string) =>
      `${asker} og ${colleague} har begge sagt ja og kan tale sammen. Du har stadig sagen.`,
    off: (colleague: string) =>
      `Det blev ikke til noget med ${colleague} denne gang. Foreslå gerne en anden, eller hjælp selv videre.`,
    titleMade: (asker: string, colleague: string) => `${asker} og ${colleague} kan nu tale sammen`,
    titleOff: 'Det blev ikke til en introduktion denne gang',
  },
  toAsker: {
    title: (agent: string, colleague: string) => `${agent} foreslår, at du taler med ${colleague}`,
    titleMade: (colleague: string) => `Du og ${colleague} kan nu tale sammen`,
    titleOff: 'Det blev ikke til en introduktion denne gang',
    question: (colleague: string) => `Må jeg spørge ${colleague}, om I skal tale sammen?`,
    gets: (first: string, agent: string) => `${first} får linjen fra ${agent} og dit navn, men ikke dit dilemma.`,
    getsNameless: (first: string, agent: string) =>
      `${first} får linjen fra ${agent}, men hverken dit dilemma eller dit navn. Hvis ${first} siger ja, viser jeg ${first} dit navn. ${agent} får det stadig ikke at vide.`,
    hasRead: (first: string) => `${first} kan have læst dit dilemma, da jeg ledte efter en sparringsagent.`,
    until: (when: string) => `Svar inden ${when}. Ellers lader jeg det ligge.`,
    yes: (first: string) => `Ja, spørg ${first}`,
    no: 'Nej tak',
    barrier: {
      yourself: (agent: string) =>
        `${agent} har foreslået dig uden at vide, at sagen er din, og hører kun, at det ikke blev til noget.`,
      manager: (first: string, agent: string) =>
        `${first} er en af dine ledere, så jeg spørger ikke. ${first} får intet at vide, og ${agent} hører kun, at det ikke blev til noget.`,
      'left-out': (first: string, agent: string) =>
        `Du har bedt mig om ikke at spørge ${first}, så det gør jeg ikke. ${agent} hører kun, at det ikke blev til noget.`,
    },
    ok: 'Ok, lad det ligge',
    waits: (colleague: string, when: string) => `Jeg har spurgt ${colleague}. Du får besked her senest ${when}.`,
    made: (first: string) => `${first} vil gerne tale med dig. Tag fat i ${first}, når det passer dig.`,
    shown: (first: string, agent: string) => `Dit navn er vist for ${first}, ikke for ${agent}.`,
    off: (agent: string) => `Introduktionen blev ikke til noget denne gang. ${agent} har stadig din sag.`,
    youSaidNo: (agent: string) => `Du sagde nej tak. ${agent} hører kun, at det ikke blev til noget.`,
  },
  toColleague: {
    kicker: 'Introduktion',
    title: (asker: string) => `Vil du tale med ${asker}?`,
    wrote: (agent: string) => `${agent} skriver`,
    why: (agent: string, asker: string) =>
      `${agent} hjælper ${asker} med noget i arbejdet og tror, at du er den rette at tale med.`,
    reads: 'Du får ikke dilemmaet at se. Din kollega bestemmer selv, hvad I taler om.',
    gets: 'Hvis du siger ja, kan I se hinandens navn, afdeling og det telefonnummer, der står i profilen.',
    until: (when: string) => `Svar inden ${when}. Hvis du ikke når det, lader jeg det ligge. Det er helt i orden.`,
    tells: (agent: string) => `${agent} hører kun, om det bliver til noget, ikke hvem der svarede hvad.`,
    /** In a list of what waits. */
    answerBy: (when: string) => `Svar inden ${when}.`,
    show: 'Se spørgsmålet',
    yes: 'Ja, gerne',
    no: 'Ikke nu',
    titleMade: (asker: string) => `Du og ${asker} kan nu tale sammen`,
    made: (first: string) => `Jeg siger det til ${first}. Du kan skrive først, eller du kan vente på ${first}.`,
    titleNo: 'Tak, fordi du svarede',
    fine: 'Det er helt i orden. Du skal ikke gøre mere.',
    /** On an older message: where the newer one is. */
    goesOn: (platform: string | null) =>
      platform === null ? 'Spørgsmålet står længere nede' : `Spørgsmålet står nu i ${platform}`,
    titleOver: 'Spørgsmålet gælder ikke længere',
    over: 'Du skal ikke gøre mere.',
  },
  contact: {
    unit: 'Afdeling',
    phone: 'Telefon',
    chat: (first: string, platform: string) => `Skriv til ${first} i ${platform}`,
  },
};
