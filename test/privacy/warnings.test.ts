import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { findWarning, type Matter, type Warning, warningWordsSchema } from '../../bot/privacy/warnings.ts';
import { faultsIn } from '../support/assertions/content-faults.ts';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const words = warningWordsSchema.parse(JSON.parse(file('content/warning-words.json')));
const dilemmas = file('test/data/dilemmas.sample.ndjson')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).text);

const withoutLine = (fault: string): string => fault.replace(/^x\.json, line \d+: /, '');

const warningIn = (text: string): Warning | null => {
  const masked = maskPersonalNumbers(text, { phones: [] });
  return findWarning(masked.text, masked.found, words);
};
type Kind = Matter | 'names' | 'masked-number';
/** The most serious of what is said. */
const warningOf = (text: string): Kind | null => {
  const warning = warningIn(text);
  if (warning === null) return null;
  return warning.matters[0] ?? (warning.hidden.length > 0 ? 'masked-number' : 'names');
};

const ORDINARY = [
  'Forældrene er bange for, at skolevejen bliver farlig for børnene. Hvordan inddrager vi dem?',
  'Børnene vil bygge en vold af jord ved søen, men forvaltningen siger nej.',
  'Vi vil lave en indsats mod mobning i 5. klasse sammen med forældrene.',
  'Der er fare for, at projektet går i stå.',
  'Vores projekt er i fare, hvis borgerne ikke bakker op.',
  'Foreningen slår sig sammen med naboforeningen. Hvad gør vi?',
  'Det slår mig, at de unge aldrig kommer.',
  'Må hjemmeplejen hjælpe med at slå græsset hos en borger?',
  'Projektet dør, hvis vi ikke finder penge.',
  'Borgere føler det som et overgreb, at vi lukker parkeringspladsen.',
  'Puljen dækker over flere år. Hvordan forklarer jeg det?',
  'Ældre bliver ringet op af svindlere. Hvordan laver vi et kursus sammen?',
  'Er det ulovligt, at kommunen giver penge til en privat fest?',
  'Må vi tage imod gaver fra en virksomhed?',
  'En borger skælder mig ud, hver gang jeg ringer.',
  'Min kollega svarer aldrig på mails. Hvordan kommer vi videre?',
  'Jeg tør ikke sige ja, før jeg ved, om der er penge.',
  'De unge drikker øl på torvet, og naboerne er trætte af det.',
  'Forældrene vil have en politik om alkohol til festerne.',
  'Borgeren er vred over afslaget. Hvordan siger jeg det pænt?',
  'Klagerne over støj fra skaterbanen vælter ind.',
  'Vi skal træffe en afgørelse om stien, og borgerne vil høres.',
  'Hvordan siger vi nej til en fast sponsor uden at såre ham?',
  'How do I get the neighbours to come to the meeting?',
  'The volunteers want to paint a mural and cover up the graffiti.',
];

const NAMELESS = [
  'Unge laver hærværk på Anna Anchers Vej, og naboerne klager.',
  'Peter Bangs vej skal være cykelgade.',
  'Karen Blixens Plads skal have bænke.',
  'Christian Winthers Skole mangler frivillige.',
  'Ordrup Bibliotek vil holde åbent om aftenen.',
  'Sankt Hans Aften ved søen: Hvem må tænde bålet?',
  'Marie Curie-projektet mangler en tovholder.',
  'Ældre Sagen og Dansk Flygtningehjælp vil samarbejde.',
  'Mette siger, at vi skal spørge Lone i HR.',
  'Vi har spurgt HR Lone og Park og Vej.',
  'Borgeren Service Center findes ikke. Hvem ejer indgangen?',
  'Hans idé er god, men Park og Vej siger nej.',
];

const TELLING: Record<Kind, string[]> = {
  threat: [
    'En borger har truet mig på telefonen.',
    'Han sagde, at han ved, hvor jeg bor.',
    'En beboer spyttede på min kollega.',
    'Jeg tør ikke tage på hjemmebesøg alene hos ham.',
    'A citizen threatened me.',
  ],
  danger: [
    'En elev fortæller, at hun bliver slået derhjemme.',
    'Jeg tror, at et barn er i fare.',
    'En ældre borger taler om selvmord.',
    'Skal jeg lave en underretning?',
    'Hun er bange for at gå hjem til sin mand.',
    'Pigen skærer i sig selv.',
    'Drengen siger, at hans far er voldelig.',
    'Der er vold i hjemmet.',
    'Hun vil ikke leve mere.',
    'Han truer med at slå hende ihjel.',
    'En pige fortæller om seksuelle overgreb.',
    'Moren har et alkoholmisbrug, og børnene får ikke mad.',
    'A girl told me she is afraid to go home.',
    'A citizen says he wants to kill himself.',
  ],
  whistleblower: [
    'Min chef bryder loven og beder mig tie.',
    'Jeg har set korruption i udbuddet.',
    'En kollega stjæler fra kassen.',
    'Er det en sag for whistleblowerordningen?',
    'Lederen tager imod penge fra entreprenøren.',
    'Der er lavet falske fakturaer.',
    'My manager is breaking the law.',
  ],
  harassment: [
    'Min chef ydmyger mig foran de andre.',
    'Jeg bliver mobbet på arbejdet.',
    'En kollega rører ved mig, og jeg vil ikke have det.',
    'Der er sexchikane i afdelingen.',
    'Jeg er udsat for chikane.',
    'My boss harasses me.',
    'I am being bullied at work.',
  ],
  decision: [
    'Hanne Madsen har fået afslag på hjemmehjælp. Er det rigtigt?',
    'Kan borgeren Ali få førtidspension?',
    '010190-1234 har klaget over sit afslag.',
    'Mrs Smith wants to appeal our decision.',
  ],
  'masked-number': ['Ring på 010190-1234. Hvem skal jeg tale med?', 'Hanne Madsen, 010190-1234, vil have en bænk.'],
  names: [
    'Hanne Madsen vil have en bænk ved søen.',
    'Hr. Holm ringer hver dag.',
    'Jeg har talt med eleven Ali om det.',
    'Anne-Marie Bak vil starte en klub.',
    'Bjarke Sørensen er sur på os.',
    'Mrs Smith calls every day.',
  ],
};

describe('warnings', () => {
  it('are raised for no dilemma in the sample', () => {
    assert.equal(dilemmas.length, 30);
    assert.deepEqual(
      dilemmas.filter((text) => warningOf(text) !== null),
      [],
    );
  });

  for (const text of [...ORDINARY, ...NAMELESS])
    it(`are not raised: ${text}`, () => assert.equal(warningOf(text), null));

  for (const [kind, texts] of Object.entries(TELLING)) {
    for (const text of texts) it(`${kind}: ${text}`, () => assert.equal(warningOf(text), kind));
  }

  it('are limited to the most serious', () => {
    const parts = [
      'Hun taler om selvmord.',
      'Min chef bryder loven.',
      'Min chef ydmyger mig.',
      'Hanne Madsen har fået afslag.',
      'Ring på 010190-1234.',
      'Hanne Madsen vil have en bænk.',
    ];
    const seen = parts.map((_, i) => warningOf(parts.slice(i).join(' ')));
    assert.deepEqual(seen, ['danger', 'whistleblower', 'harassment', 'decision', 'masked-number', 'names']);
  });

  it('say what was hidden, and that there is a name beside it', () => {
    assert.deepEqual(warningIn('Skriv til a@b.dk eller ring på 22345678.'), {
      matters: [],
      hidden: ['email', 'phone'],
      named: false,
    });
    assert.deepEqual(warningIn('Hanne Madsen, 010190-1234, vil have en bænk.'), {
      matters: [],
      hidden: ['cpr'],
      named: true,
    });
  });

  it('may stand together, two lines at most', () => {
    assert.deepEqual(warningIn('Hanne Madsen siger, at hun ikke vil leve mere.'), {
      matters: ['danger'],
      hidden: [],
      named: true,
    });
    assert.deepEqual(warningIn('En beboer truer med at slå mig ihjel. Chefen stjæler fra kassen.')?.matters, [
      'danger',
      'threat',
    ]);
  });

  it('take "Bent Jensen klager over hækken" for a name, not for a decision', () => {
    assert.equal(warningOf('Bent Jensen klager over hækken.'), 'names');
  });

  it('combine words within a sentence, not across sentences', () => {
    assert.equal(warningOf('Min leder er væk. De unge snyder i køen.'), null);
    assert.equal(warningOf('Min leder snyder med timerne.'), 'whistleblower');
  });

  it('ignore case and how å is composed', () => {
    assert.equal(warningOf('SKAL JEG LAVE EN UNDERRETNING?'), 'danger');
    assert.equal(warningOf('Pigen ba\u030anker ikke, men hun er bange for at ga\u030a hjem.'), 'danger');
  });

  it('use the words that a municipality configures', () => {
    const own = { ...words, danger: { alone: ['rød alarm', '*drage', 'rød _ fare'], together: [] } };
    for (const text of ['Det er Rød alarm.', 'En ilddrage.', 'En rød og stor fare.'])
      assert.deepEqual(findWarning(text, [], own)?.matters, ['danger'], text);
    assert.equal(findWarning('En rød bil. Selvmord.', [], own), null);
  });

  it('finish on a million characters', () => {
    assert.equal(warningOf('Hanne og søen og '.repeat(60_000)), null);
  });
});

describe('the warning words file', () => {
  it('is refused with every fault and its location', () => {
    const broken = { ...words, danger: { alone: ['', 3], together: [['a']] }, harrasment: {} };
    assert.deepEqual(faultsIn(broken, warningWordsSchema).map(withoutLine), [
      'entry 1 of "danger.alone" is empty. Take the empty text out.',
      'entry 2 of "danger.alone" is the number 3. Write a text in quotation marks.',
      'entry 1 of "danger.together" is a list. Write an object in curly brackets with "of", "unless".',
      '"harrasment" is not known here. Correct the spelling, or take it out. Known are "note", "groups", "forms", "meanings", "danger", "threat", "whistleblower", "harassment", "decision", "names".',
    ]);
  });
});
