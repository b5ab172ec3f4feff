/** The columns that a list of people may have. */
const COLUMNS = [
  'email',
  'signIn',
  'otherEmails',
  'teamsId',
  'slackId',
  'name',
  'unit',
  'profession',
  'manager',
  'roles',
  'principles',
  'topics',
  'languages',
  'capacity',
  'userType',
  'enabled',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The headers municipalities use, matched on lower-case letters only: "Leder (e-mail)" becomes "lederemail". */
const NAMES: Record<Column, RegExp> = {
  email: /^(arbejds)?e?mail(adresse|address)?$/,
  /** Entra ID's name for the account, which looks like an e-mail address and often is one. */
  signIn: /^(userprincipalname|upn|brugernavn|brugerens?hovednavn)$/,
  /** Earlier or further addresses, which say that a person we know under one of them is this one. */
  otherEmails:
    /^(anden|andre|tidligere|gammel|gamle|other|previous|former|old|alternate)(e?mails?(adresser?|addresse?s?)?)$/,
  teamsId: /^(id|objectid|objektid|entra(object)?id|aad(object)?id|azuread(object)?id|teamsid)$/,
  slackId: /^(slack(user|member|bruger|medlems)?id|memberid|medlemsid|userid)$/,
  name: /^(fulde?|full|display|visnings)?(navn|name)$|^medarbejder$/,
  unit: /^(afdeling|enhed|unit|department|organisation|arbejdssted)$/,
  profession: /^(stilling|stillingsbetegnelse|profession|fag|faggruppe|titel|(job|stillings)titel|jobtitle)$/,
  manager: /^(nærmeste|personale|line)?(leder|manager|chef)s?(e?mail(adresse|address)?)?$/,
  roles: /^(roller|rolle|roles|role)$/,
  principles: /^(principper|princip|principles|principle)$/,
  topics: /^(emner|emne|topics|topic)$/,
  languages: /^(sprog|languages|language)$/,
  capacity: /^(kapacitet|capacity|antalsager|sageradgangen)$/,
  /** Entra ID's own: "Guest" or "Member", and whether anybody can log in with the account. */
  userType: /^(usertype|brugertype)$/,
  enabled: /^(accountenabled|kontoenabled|kontoeraktiveret|kontoaktiveret)$/,
};

const normalised = (header: string): string =>
  header
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}]/gu, '');

export const columnFor = (header: string): Column | null =>
  COLUMNS.find((column) => NAMES[column].test(normalised(header))) ?? null;
