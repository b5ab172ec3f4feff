/** Words that say nothing about the matter itself: small words, and the words people ask for help with. */
const EMPTY_WORDS = new Set(
  `jeg mig min mit mine du dig din dit dine vi os vores i jer jeres han ham hun hende den det de dem man sig sin sit sine
  en et er var bliver blev være været har havde have haft får fik få kan kunne skal skulle vil ville må måtte bør burde
  gør gjorde gøre gjort siger sige ved vide tror synes føler og eller men at om af på til fra for med ved som så da når
  hvis hvad hvem hvor hvordan hvorfor hvornår ikke nu her der også bare lige helt meget mere lidt lille stor store stort
  noget nogen nogle ingen intet alt alle andet anden andre meget virkelig egentlig måske altså jo vist sådan samme
  problem problemer problemet dilemma dilemmaet udfordring udfordringer spørgsmål spørgsmålet sag sagen situation
  situationen ting tingene hjælp hjælpe brug råd sparring svar svært svær besværligt tvivl usikker ærgerligt gerne tak
  hej kære kollega kolleger borger borgere arbejde arbejdet job min del dele snakke tale vende drøfte videre gang dag
  i me my you your we us our he him she her it they them a an the is was are be been has had have do does did can could
  should would will may might must and or but to of on in at by for with from as so when if what who where how why not no
  some any something anything someone anyone somebody anybody all other really just very much more little small big
  problem problems dilemma challenge question issue issues thing things situation help need needs advice answer difficult
  hard tricky doubt unsure please hello hi thanks colleague colleagues citizen citizens work know think talk about there
  this that`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** A text that names fewer things than this leaves its reader guessing. */
const MIN_TELLING_WORDS = 2;

/**
 * Whether a dilemma says too little for somebody to think along: "Jeg har et problem", "Kan nogen hjælpe mig med noget?"
 * Measured on labelled dilemmas in `test/drafts/is-vague.test.ts`.
 */
export const isVague = (text: string): boolean => {
  const telling = new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)),
  );
  return telling.size < MIN_TELLING_WORDS;
};
