import { type Masked, maskPersonalNumbers } from '../../bot/privacy/mask.ts';

/** Names and texts of the made-up workplace of two thousand; everybody and everything in it is invented. */

export const UNITS = [
  ['Hjemmeplejen Nord', 190],
  ['Hjemmeplejen Syd', 170],
  ['Lillekøbing Skole', 150],
  ['Åskolen', 130],
  ['Plejecenter Solgården', 130],
  ['Dagplejen', 120],
  ['Børnehuset Æblehaven', 90],
  ['Børnehuset Mælkebøtten', 80],
  ['Sundhed og Træning', 110],
  ['Jobcenter', 120],
  ['Borgerservice og Ydelser', 90],
  ['Teknik og Drift', 110],
  ['Byg, Plan og Miljø', 70],
  ['Børn, Unge og Familie', 100],
  ['Psykiatri og Handicap', 100],
  ['Fritid og Idræt', 30],
  ['Musikskolen', 24],
  ['Økonomi og Indkøb', 55],
  ['It og Digitalisering', 45],
  ['Beredskab', 26],
  ['Sekretariat og Politik', 18],
  ['Havnen', 7],
  ['Museet', 4],
  ['Turistkontoret', 3],
] as const;

export const FIRST_NAMES = [
  'Anne',
  'Peter',
  'Kirsten',
  'Lars',
  'Mette',
  'Søren',
  'Hanne',
  'Jens',
  'Åse',
  'Ali',
  'Fatima',
  'Birgit',
  'Jørgen',
  'Camilla',
  'Mads',
  'Louise',
  'Ibrahim',
  'Pia',
  'Thomas',
  'Ida',
  'Rasmus',
  'Zainab',
  'Ole',
  'Line',
  'Bjørn',
  'Maja',
] as const;

export const LAST_NAMES = [
  'Sørensen',
  'Møller',
  'Østergaard',
  'Ahmed',
  'Kjær',
  'Bæk',
  'Lund',
  'Hassan',
  'Nørgaard',
  'Vestergaard',
  'Dahl',
  'Friis',
  'Skov',
  'Yılmaz',
  'Ågaard',
  'Winther',
  'Krogh',
  'Bruun',
  'Toft',
  'Nguyen',
  'Juhl',
  'Holst',
  'Berg',
  'Lind',
] as const;

export const DILEMMAS = [
  'Et tænkt eksempel: Naboerne vil selv passe det lille anlæg. Hvor meget må vi give slip på?',
  'Et tænkt eksempel: En forening har lånt lokalet hver tirsdag i ti år. Nu vil en anden gerne ind.',
  'Et tænkt eksempel: Borgermødet blev til en skældud. Hvordan inviterer vi igen?',
  'Et tænkt eksempel: De unge har en idé, der falder mellem to forvaltninger. Hvem går jeg til?',
  'Et tænkt eksempel: Vi har lovet inddragelse, men rammen er næsten fast. Hvad siger jeg?',
  'Et tænkt eksempel: En frivillig vil mere, end vi kan rumme. Hvordan siger jeg det pænt?',
] as const;

/** Made-up texts fill fields for free text, so they are masked like any other. */
export const masked = (text: string): Masked => maskPersonalNumbers(text, { phones: [] }).text;

export const ANSWER = masked(
  'Et tænkt svar: Ring til dem, før du skriver. Spørg, hvad der er vigtigst, og sig, hvad der ligger fast.',
);
export const WORD = masked('Et tænkt svar: Jeg har læst din sag. Hvem har du allerede talt med?');
export const STEP = masked('Et tænkt skridt: Ring til dem, og aftal at mødes.');
