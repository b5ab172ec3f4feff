/** The page with which an admin sets Sammen up. */
export const setUp = {
  title: 'Kom godt i gang',
  lead: (municipality: string) =>
    `Her ser du, hvor langt Sammen i ${municipality} er kommet, og hvad du gør nu. Siden viser antal og ingen navne.`,
  next: 'Næste skridt',
  state: { done: 'Klar', missing: 'Mangler' },
  steps: {
    platforms: {
      title: 'Slå Teams eller Slack til',
      done: (names: string) => `Slået til: ${names}.`,
      missing:
        'Skriv adgangen til Teams eller Slack i Sammens indstillinger, og start Sammen igen. Vejledningerne, teams.md og slack.md, ligger i mappen docs. Slack laver appen ud fra filen nederst på siden.',
    },
    teams: {
      title: 'Læg Sammen ind i Teams',
      done: (count: string) => `${count} har en chat med Sammen i Teams.`,
      missing:
        'Hent pakken nederst på siden. En Teams-administrator lægger den op under "Administrer apps". Skriv så "hjælp" til Sammen i Teams.',
    },
    slack: {
      title: 'Læg Sammen ind i Slack',
      done: (count: string) => `${count} har en chat med Sammen i Slack.`,
      missing:
        'Hent filen nederst på siden, og giv den til Slack under "App Manifest". Installér appen, og skriv "hjælp" til Sammen i Slack.',
    },
    people: {
      title: 'Læs listen over ansatte ind',
      done: (count: string) => `${count} står på listen.`,
      missing:
        'Gem listen som CSV, og kør kommandoen "import-people". Skriv --dry-run bagefter første gang: så ser du, hvad der ville ske, og intet bliver ændret.',
    },
    admins: {
      title: 'Udpeg en administrator',
      done: (count: string) => `Sammen kan skrive til ${count}.`,
      missing: 'Skriv din mailadresse i indstillingen ADMINS, start Sammen igen, og skriv "admin" til den.',
    },
    hr: {
      title: 'Få HR med',
      done: (count: string) => `Sammen kan skrive til ${count}.`,
      missing: 'Giv en kollega rollen HR under "admin". HR læser rapporten og ser næste uges skub om torsdagen.',
    },
    agents: {
      title: 'Find sparringsagenter',
      done: (count: string) => `Sammen kan skrive til ${count}.`,
      missing: 'Giv kolleger rollen som sparringsagent under "admin", og bed dem skrive "profil" til Sammen.',
    },
    notMet: (count: string) =>
      `Rollen er givet til ${count}, men ingen af dem har en chat med Sammen endnu. Bed dem skrive "hjælp" til Sammen én gang.`,
    coverage: {
      title: 'Dæk hvert princip og hvert emne',
      done: 'Der er en sparringsagent til dem alle.',
      missing: (what: string) =>
        `Ingen kender til ${what}. De dilemmaer går til den, der kommer tættest på. Bed en sparringsagent skrive "profil".`,
    },
  },
  ready: {
    title: 'Begynd med ti',
    text: 'Alt er klar. Lad ti, der har sagt ja, bruge Sammen i en uge. Læs "overblik" hver dag, og giv så Sammen til alle.',
  },
  packages: {
    title: 'Pakker',
    text: 'De er lavet til jeres adresse og har ingen hemmeligheder i sig. Pakken til Teams kommer, når Teams er slået til.',
    teams: 'Hent pakken til Teams (.zip)',
    slack: 'Hent filen til Slack (.json)',
  },
  check: 'Kommandoen "check" prøver også adgangen til Teams og Slack, databasen, adressen og uret.',
  open: {
    title: 'Sæt Sammen op',
    text: 'Tryk på knappen for at åbne siden i denne browser. Den er åben i 8 timer.',
    once: 'Linket virker én gang.',
    button: 'Åbn siden',
  },
  closed: {
    title: 'Siden er for administratorer',
    text: 'Skriv "admin" til Sammen, så får du et link. Den, der driver Sammen, kan også lave et med kommandoen "setup-link".',
  },
};
