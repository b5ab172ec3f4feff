import { stemmer } from '@orama/stemmers/danish';

export type Token = {
  /** Offsets of the word in the text. */
  start: number;
  end: number;
  /** The number of its sentence; a phrase never spans two sentences. */
  sentence: number;
  /** The word as written. */
  word: string;
};

const WORD_OR_STOP = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’][\p{L}\p{N}\p{M}]+)*|([.!?:;\n])/gu;

/** Folds a word to lower-case plain letters, so that "Idéer" equals "ideer", and "æøå" equals "aeoeaa". */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '');

/** Splits a text into words with their offsets. */
export const tokens = (text: string): Token[] => {
  const found: Token[] = [];
  let sentence = 0;
  for (const match of text.matchAll(WORD_OR_STOP)) {
    if (match[1] !== undefined) sentence += 1;
    else found.push({ start: match.index, end: match.index + match[0].length, sentence, word: match[0] });
  }
  return found;
};

/**
 * Short words that a stemmer would confuse with others: "men" with "mener", "som" with "sommer", "der" with "deres".
 */
const SMALL_WORDS = new Set(
  `alle alt altid at da de dem den der deres det dig din du efter eller en end er et fem for form forms fra gang
  har hel hellere hen her hun hver hvis i ind inde inden it ja jeg kan kun led ledig ledige ledigt lige med mellem
  men mens min mod mit noget nok nu ny nye nyt nyttigt og om op os over paa samme sammen se selv sider siden som stedet stille tal til
  to ud uden under var ved vej vi vide ville vores after all and but before can do does from has have her his how is its
  not of on or our that the their them then they this was we what when where which who why will with you`.split(/\s+/),
);

/** Forms that the stemmer cannot unify, or would confuse with others, as "form form form: lemma". */
const IRREGULAR = `spurgt spurgte: spørge; hørt hørte: høre; afbrød afbrudt: afbryde; tog: tage; gik gået: gå; stod: stå;
  trak trukket: trække; skrev: skrive; sagde sagt: sige; fik fået: få; gav givet: give; kom: komme; mødt mødte: møde;
  søgt søgte: søge; valgt valgte: vælge; gjort gjorde: gøre; købt købte: købe; lånt lånte: låne; fandt fundet: finde;
  forstod: forstå; slap sluppet: slippe; forsvandt forsvundet: forsvinde; brændt brændte: brænde; holdt: holde;
  blev blevet: blive; talt talte: tale; glemt glemte: glemme; ventet ventede: vente; vidste vidst: ved; græd grædt: græde;
  mistet mistede: miste; tabt tabte: tabe; begyndt begyndte: begynde; løst løste: løse; ejede ejet: ejer; drevet drev: drive;
  bruger brugere brugeren brugerne brugernes: brugerne; love lover lovet lovede: lovede; loven love loves: loven;
  tidlig tidligt tidligere: tidligt; leder lederen ledere lederne ledelse ledelsen: ledelse; skuffet skuffede skuffelse: skuffelse;
  ansøgt ansøgte: ansøge; billig billigt billigere: billigt; skate skaterne skatere: skater; lejer lejere lejerne: lejerne;
  virkelig: virkelig; stiller stillet stillede: stiller; regel: regler; middel: midler; cykel: cykler; artikel: artikler;
  egentlig egentligt: egentlig; moedre moedrene: moedre; synes syntes: synes; længes længtes: længes; enes enedes: enes;
  kasserer kassereren kasserere kassererne: kasserer; letter letters: letter`;

const LEMMAS = new Map(
  IRREGULAR.split(';').flatMap((line) => {
    const [forms = '', lemma = ''] = line.split(':').map((side) => side.trim());
    return forms.split(/\s+/).map((form) => [fold(form), fold(lemma)] as const);
  }),
);

/** The stem of a folded word. The stemmer does not handle the past tense, so "lyttede" is read as "lytte". */
export const stem = (folded: string): string => {
  const word = folded.replaceAll('-', '');
  if (SMALL_WORDS.has(word)) return `=${word}`;
  const lemma = LEMMAS.get(word);
  if (lemma !== undefined) return LEMMAS.has(lemma) ? lemma : stemmer(lemma);
  return apart(word, stemmer(word.length > 6 && word.endsWith('ede') ? word.slice(0, -2) : word));
};

const SHORTEST_OF_LONG = 4;
const LONG_ENDING = 5;
/** Endings of verbs such as "redigere", of which the stemmer would leave no more than of "redde". */
const VERB_ENDING = /(?<=er)(?:ende|ede|et|er|es|e)$/;

/** Mends stems in which the stemmer lets unrelated words fall together: "sidder" and "side", "redigeret" and "redde". */
const apart = (word: string, stemmed: string): string => {
  if (stemmed.length < SHORTEST_OF_LONG && word.length - stemmed.length >= LONG_ENDING && VERB_ENDING.test(word))
    return word.replace(VERB_ENDING, '');
  const doubled = stemmed + stemmed.slice(-1);
  return CONSONANT.test(stemmed.slice(-1)) && word.startsWith(doubled) ? doubled : stemmed;
};

const CONSONANT = /[bcdfgklmnprst]/;
const ONE_SYLLABLE = /^[^aeiouy]*[aeiouy]{1,2}[bdfgklmnprst]$/;

/** The stems by which a folded word may be known: "bus" also as "buss", which "bussen" has. @param own its stem */
export const stems = (folded: string, own: string = stem(folded)): string[] =>
  own === folded && ONE_SYLLABLE.test(own) ? [own, own + own.slice(-1)] : [own];

const MIN_PART_LENGTH = 4;
const MIN_REST_LENGTH = 3;
/** Nobody writes a longer word, and a text without spaces must not cost time. */
const MAX_WORD_LENGTH = 60;
const VOWEL = /[aeiouy]/;
/** Prefixes that form another word, not a compound: "forsvar" is not a "svar", "udvalg" not a "valg". */
const PREFIXES = new Set(
  'afs and bag bort efter for fore fra frem gen hen ind mel mis mod ned over sam til und under ude van ved'.split(' '),
);

/** Endings that are no word of their own: a "kasserer" is no "kasse". */
const ENDINGS = new Set('rer rere eri erne else hed ing inger ende'.split(' '));

/** What may link the parts of a compound. */
const LINK = new Set('se');

const canStandBeside = (rest: string): boolean =>
  rest.length >= MIN_REST_LENGTH && VOWEL.test(rest) && !PREFIXES.has(rest) && !ENDINGS.has(rest);

/**
 * The known stems that a Danish compound begins or ends with: "frivilligkoordinator" begins with "frivillig".
 * @param whole its stem
 * @param beginnings stems by word as written: the first part of a compound is not inflected, apart from a
 * linking s or e
 */
export const compoundParts = (
  folded: string,
  whole: string,
  known: ReadonlySet<string>,
  beginnings: ReadonlyMap<string, string>,
): string[] => {
  const parts = new Set(
    folded.includes('-')
      ? folded
          .split('-')
          .map(stem)
          .filter((part) => known.has(part))
      : [],
  );
  const word = folded.replaceAll('-', '').slice(0, MAX_WORD_LENGTH);
  const wholeStem = word === folded ? whole : stem(word);
  for (let cut = MIN_REST_LENGTH; cut <= word.length - MIN_REST_LENGTH; cut++) {
    const beginning = word.slice(0, cut);
    if (cut >= MIN_PART_LENGTH && canStandBeside(word.slice(cut))) {
      const part =
        beginnings.get(beginning) ??
        (LINK.has(word[cut - 1] ?? '') ? beginnings.get(beginning.slice(0, -1)) : undefined);
      if (part !== undefined) parts.add(part);
    }
    const end = wholeStem.slice(cut);
    if (end.length >= MIN_PART_LENGTH && known.has(end) && canStandBeside(beginning)) parts.add(end);
  }
  return [...parts];
};
