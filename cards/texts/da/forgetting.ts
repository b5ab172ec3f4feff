/** For a person who wants to be forgotten. */
export const forgetting = {
  word: { label: 'slet mig', value: 'så glemmer jeg, hvem du er' },
  ask: {
    title: 'Skal jeg glemme dig?',
    lead: 'Så sletter jeg dit navn, din profil, dine udkast og dine svar på skubbene. Det kan ikke laves om.',
    open: (count: string, isOne: boolean) =>
      isOne ? 'Din åbne sag bliver trukket tilbage.' : `Dine ${count} åbne sager bliver trukket tilbage.`,
    agent: 'De sager, du hjælper med, går videre til en anden, og den, der har spurgt, får besked.',
    cases: 'Sager, en kollega har taget, bliver liggende uden dit navn. Sager, ingen har taget, sletter jeg.',
    held: (count: string, isOne: boolean) =>
      isOne
        ? 'Én sag, du er med i, må ikke slettes nu, fordi kommunen har brug for den som dokumentation. Den bliver liggende med dit navn og det, du skrev. Når kommunen giver den fri, glemmer jeg dig også dér, helt af mig selv.'
        : `${count} sager, du er med i, må ikke slettes nu, fordi kommunen har brug for dem som dokumentation. De bliver liggende med dit navn og det, du skrev. Når kommunen giver dem fri, glemmer jeg dig også dér, helt af mig selv.`,
    figures: 'Tallene til HR bliver, som de er. Ingen kan se, hvem der tæller med i dem.',
    stories: {
      heading: 'Fortællinger, du har sagt ja til',
      stay: 'De bliver, så kolleger stadig kan læse dem, men jeg ved ikke længere, at de har med dig at gøre. Derfor kan du ikke tage dem tilbage bagefter. Hvis en skal væk, så vis den, og tag den tilbage først.',
      more: (count: string, isOne: boolean) =>
        `Der er ${isOne ? 'én mere' : `${count} mere`}. Når du har taget en tilbage, så skriv "slet mig" igen.`,
    },
    listed: 'Du står på kommunens liste over ansatte. Derfra kan jeg få dit navn igen, men jeg skriver ikke til dig.',
    stays: 'Jeg kan ikke fjerne det, der står her i chatten. Jeg husker kun, at du ikke vil have skub.',
    yes: 'Ja, glem mig',
  },
  /** Replaces their page in Slack until they write. */
  home: 'Jeg ved ikke, hvem du er. Skriv til mig i chatten, hvis du vil i gang igen.',
  done: {
    title: 'Jeg glemmer dig nu',
    text: 'Om et minut ved jeg ikke mere, hvem du er. Hvis du skriver til mig igen en dag, begynder vi forfra.',
    rest: 'Alle andre steder ved jeg om et minut ikke mere, hvem du er.',
  },
};
