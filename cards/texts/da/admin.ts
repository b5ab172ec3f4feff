import type { Role } from '../../../bot/words.ts';

/** What admins see and press. */
export const admin = {
  kicker: 'Kun administratorer kan se det her',
  menu: {
    title: 'Hvad vil du se på?',
    lead: 'Det, du ændrer her, bliver skrevet ned med dit navn.',
    agents: 'Sparringsagenter',
    away: 'Væk i dag',
    unreachable: 'Kan ikke nås lige nu',
    closedDays: 'Lukkedage',
    teams: 'Teamkanaler med ugens princip',
    run: 'Ugens skub',
  },
  parts: {
    agents: 'Sparringsagenter',
    roles: 'Roller',
    absences: 'Fravær',
    'closed-days': 'Lukkedage',
    teams: 'Teamkanaler',
  },
  find: { label: 'Find en kollega', who: 'Navn eller e-mail', send: 'Find' },
  show: (name: string) => `Vis ${name}`,
  agents: {
    title: 'Sparringsagenterne',
    none: 'Der er ingen endnu. Find en kollega, og giv rollen.',
    load: (load: string, capacity: string) => `Har ${load} af højst ${capacity} sager`,
    away: (until: string) => `væk til og med ${until}`,
    unreachable: 'kan ikke nås lige nu',
    unreachableMeans:
      'Jeg spørger ikke dem, jeg ikke kan nå. Bed dem åbne Sammen og skrive "hej", så er de med igen.',
  },
  people: {
    roles: 'De har en rolle',
    found: 'Dem fandt jeg',
    none: 'Jeg fandt ingen',
    noneText: 'Prøv med en del af navnet.',
    noRole: 'Ingen rolle',
    more: (count: string) => `Og ${count} til. Skriv lidt mere af navnet.`,
  },
  role: { agent: 'Sparringsagent', hr: 'HR', admin: 'Administrator' } satisfies Record<Role, string>,
  give: {
    agent: 'Gør til sparringsagent',
    hr: 'Giv adgang til HRs tal',
    admin: 'Gør til administrator',
  } satisfies Record<Role, string>,
  take: {
    agent: 'Ikke sparringsagent mere',
    hr: 'Fjern adgang til HRs tal',
    admin: 'Ikke administrator mere',
  } satisfies Record<Role, string>,
  colleague: {
    profession: 'Stilling',
    roles: 'Roller',
    leaving:
      'Er din kollega stoppet, så sig det her. Sagerne går videre til andre, og den, der har spurgt, får besked.',
    markLeft: 'Arbejder her ikke mere',
    left: (day: string) => `Stoppet ${day}. Sagerne er givet videre.`,
    bringBack: 'Arbejder her alligevel',
    mayForget:
      'Vil din tidligere kollega slettes, så kan jeg glemme, hvem det var. Sager, andre har haft del i, bliver liggende uden navnet. Det kan ikke laves om.',
    forget: 'Glem, hvem det var',
    forgetting: 'Om et minut har jeg glemt, hvem det var.',
  },
  absences: {
    title: 'Hvem er væk?',
    none: 'Ingen sparringsagent er væk.',
    add: 'Notér fravær',
    who: 'Hvem er væk',
    send: 'Gem fravær',
    end: 'Er her alligevel',
  },
  closedDays: {
    title: 'Lukkedage',
    lead: 'De dage lover jeg ingen noget, og ingen får besked. Helligdagene kender jeg selv.',
    none: 'Der er ingen lukkedage fremover ud over helligdagene.',
    closed: 'Lukket hele dagen',
    open: 'Åbn dagen igen',
    add: 'Tilføj en lukkedag',
    day: 'Hvilken dag',
    send: 'Luk den dag',
  },
  teams: {
    title: 'Ugens princip i teamkanaler',
    lead: 'Alle kolleger i en kanal kan skrive "@Sammen teammøde" eller "@Sammen stop". Her er de kanaler, der får det. De står med afdelingen hos den, der skrev det.',
    none: 'Ingen kanal får det endnu.',
    line: (unit: string, platform: string) => `${unit}, ${platform}`,
    noUnit: 'Ukendt afdeling',
    since: (day: string) => `Siden ${day}`,
    ended: (day: string, reason: string) => `Slut ${day}, for jeg kan ikke længere skrive der (${reason})`,
    more: (count: string) => `Og ${count} til.`,
  },
};
