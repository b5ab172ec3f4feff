import type { Role } from '../../../bot/words.ts';

/** Short answers that need no other context. */
export const replies = {
  help: {
    title: 'Sådan kan jeg hjælpe',
    lead: 'Jeg er Sammen, en chatrobot. Hvis du har et dilemma i arbejdet med borgere, finder jeg en kollega, der kan hjælpe: en sparringsagent.',
    start: 'Sådan begynder du',
    ways: [
      {
        title: 'Skriv til mig her',
        text: 'Fortæl det, som du ville sige det til en kollega. Du ser det igen, før det bliver sendt.',
      },
      {
        title: 'Nævn mig i en kanal',
        text: 'Jeg skriver så til dig alene. I kanalen kan de andre se, at det er dig.',
      },
    ],
    readersHeading: 'Hvem kan læse det?',
    readers:
      'Før du trykker Send: kun du. Derefter kun de sparringsagenter, jeg spørger, og din leder er ikke en af dem. HR ser tal, aldrig tekst eller navne. Du kan sende uden dit navn.',
    learning:
      'Hvis princip eller emne bliver rettet, kan en administrator læse dilemmaet uden navne, så jeg lærer af det.',
    /** Only where a server of embeddings is set up. */
    embeddings:
      'Et program på kommunens eget netværk hjælper mig med at forstå dilemmaer. Det får teksten uden CPR-numre, telefonnumre og e-mailadresser, og jeg fortæller det ikke, hvem der har skrevet.',
    wordsHeading: 'Ord, jeg kender',
    words: [
      { label: 'mine sager', value: 'det, du har i gang' },
      { label: 'sag 42', value: 'en bestemt sag' },
      { label: 'agenter', value: 'kolleger, der kan hjælpe' },
      { label: 'principper', value: 'de seks, vi arbejder efter' },
      { label: 'søg bænk', value: 'kollegers fortællinger om det' },
      { label: 'profil', value: 'det, jeg ved om dig' },
      { label: 'pause, stop, start', value: 'dit ugentlige skub' },
      { label: 'teammøde', value: 'ugens princip og et spørgsmål i jeres kanal' },
      { label: 'sprog', value: 'dansk eller engelsk' },
      { label: 'hjælp', value: 'denne oversigt' },
    ],
    /** Words that only some people can use. */
    roleWords: {
      agent: [
        { label: 'overblik', value: 'det, der venter på dig' },
        { label: 'fravær', value: 'når du er væk' },
      ],
      hr: [
        { label: 'rapport', value: 'hvor mange der bruger mig, og hvordan det går' },
        { label: 'næste uge', value: 'se ugens skub, før det bliver sendt' },
        { label: 'fortællinger', value: 'det, kolleger kan læse; du kan tage en ned' },
        { label: 'adgang', value: 'hvem der har set eller ændret hvad' },
      ],
      admin: [
        { label: 'overblik', value: 'det, der venter, sidder fast eller ikke kan nås' },
        { label: 'admin', value: 'agenter, roller, fravær og lukkedage' },
        { label: 'næste uge', value: 'se ugens skub, før det bliver sendt' },
        { label: 'fortællinger', value: 'det, kolleger kan læse; du kan tage en ned' },
        { label: 'adgang', value: 'hvem der har set eller ændret hvad' },
      ],
    } satisfies Record<Role, { label: string; value: string }[]>,
    agent: 'Du er selv sparringsagent. Jeg spørger dig, før du får en sag, og du kan altid sige nej.',
  },
  /** Every reader there is: a sentence here is a promise, and `/privacy` makes the same ones. */
  readers: {
    title: 'Hvem kan læse det, du skriver?',
    who: [
      { title: 'Før du sender', text: 'Kun du.' },
      {
        title: 'Når du har sendt',
        text: 'Jeg spørger én sparringsagent ad gangen, og din leder er ikke en af dem. Hvis tre ikke kan, spørger jeg dig, før flere agenter ser det.',
      },
      {
        title: 'Uden dit navn',
        text: 'Så står der "Anonym kollega". Læs teksten igennem: Kan ordene afsløre dig?',
      },
      { title: 'HR', text: 'HR ser tal, aldrig tekst eller navne.' },
      {
        title: 'Andre',
        text: 'Hvis princip eller emne bliver rettet, kan en administrator læse dilemmaet uden navne. De få, der passer min server, kan komme til det, der er gemt. Andre kan bede om aktindsigt i det, du sender.',
      },
    ],
    forget: 'Skriv "slet mig", hvis du vil glemmes.',
  },
  greeting: {
    /** `name`: empty when nobody has said it. */
    title: (name: string) => `Hej ${name}`.trim(),
    text: 'Hvad er svært lige nu? Skriv det, som du ville sige det til en kollega. Du ser det igen, før jeg sender noget til nogen.',
  },
  noOverview: {
    title: 'Overblikket er for sparringsagenter og administratorer',
    text: 'Skriv "mine sager", så ser du det, du selv har i gang.',
  },
  notUnderstood: {
    title: 'Det var jeg ikke helt med på',
    text: 'Skriv et par sætninger om det, du er i tvivl om.',
    exampleTitle: 'Et tænkt eksempel',
    example: 'Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen. Hvem skal jeg tale med?',
    help: 'Skriv "hjælp", så ser du, hvad jeg kan.',
  },
  tooLong: {
    title: 'Teksten er lidt for lang til mig',
    text: (length: string, most: string) =>
      `Du skrev ${length} tegn, og jeg kan tage ${most}. Send det vigtigste: Hvad er du i tvivl om? Resten kan du fortælle din kollega bagefter.`,
  },
  principles: { title: 'De seks principper' },
  agents: {
    title: 'Sparringsagenterne',
    lead: 'Du behøver ikke vælge en. Skriv dit dilemma, så spørger jeg den, der passer bedst.',
    none: 'Der er ingen endnu.',
    free: 'Har tid lige nu',
    busy: 'Har nok at se til lige nu',
    unreachable: 'Kan ikke nås lige nu',
  },
  myCases: {
    title: 'Dine sager',
    none: 'Du har ingen sager lige nu',
    noneText: 'Skriv det, du er i tvivl om, så finder jeg en kollega.',
    show: (number: number) => `Vis sag ${number}`,
    yourTurn: 'Venter på dig',
    noneOpen: 'Du har ingen åbne sager lige nu.',
    closed: (count: number, said: string) =>
      count === 1 ? 'En lukket sag finder du under "…".' : `${said} lukkede sager finder du under "…".`,
    more: 'Du har flere sager. Skriv "sag" og nummeret, så viser jeg den.',
  },
  /** What a sparring agent has to do. */
  agentOverview: {
    kicker: 'Kun du ser dit overblik',
    title: (count: number, said: string) => (count === 1 ? 'En sag venter på dig' : `${said} sager venter på dig`),
    question: 'Et spørgsmål venter på dig',
    nothing: 'Der er ikke noget, der venter på dig',
    offered: 'Kan du tage den?',
    yours: 'Din tur',
    theirs: 'Venter på din kollega',
    until: (when: string) => `Svar senest ${when}.`,
    late: (when: string) => `Din kollega skulle have hørt fra dig senest ${when}.`,
    since: (day: string) => `Det seneste ord er fra ${day}.`,
    more: 'Du har flere sager. Skriv "mine sager", så ser du dem.',
    listed: 'Fælleslisten',
    noneListed: 'Ingen sager lige nu',
    list: (count: number, said: string, day: string) =>
      count === 1 ? `En sag, fra ${day}` : `${said} sager, den ældste fra ${day}`,
    load: 'Sager, du har nu',
    loadOf: (load: string, capacity: string) => `${load}. Du har sagt, at du kan have ${capacity} ad gangen.`,
    absence: 'Du er væk',
    month: 'De seneste 30 dage',
    helped: (count: number, said: string) =>
      `Du har hjulpet ${count === 1 ? 'en kollega' : `${said} kolleger`}. Kun du ser tallet.`,
    /** Above it, on an admin's overview. */
    own: 'Dine egne sager',
  },
  caseGone: {
    title: (number: number) => `Sag ${number} er slettet`,
    text: (months: string, isOne: boolean) =>
      `Sammen gemmer en sag i ${isOne ? 'en måned' : `${months} måneder`}, efter at den er slut. Det, der stod i den, er væk her. Har du et nyt dilemma, så skriv det bare.`,
  },
  caseNotFound: {
    title: (number: number) => `Jeg kan ikke finde sag ${number}`,
    text: 'Måske er det et andet nummer, eller også er det ikke din sag. Skriv "mine sager", så ser du dine sager.',
  },
  language: {
    title: 'Jeg skriver dansk til dig',
    text: 'Vil du hellere have engelsk?',
    names: { da: 'Dansk', en: 'English' },
  },
  /** The store is unavailable; nothing was done. */
  storeAway: 'Jeg kan ikke gemme lige nu, så der er ikke sket noget. Send det igen om lidt.',
  /** A press that this version no longer knows. */
  pressUnknown: 'Den knap virker ikke længere. Skriv "mine sager", så får du en ny.',
};
