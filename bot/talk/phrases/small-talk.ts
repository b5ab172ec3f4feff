/** What somebody says who wants nothing. `answer`: "ja" or "ok", which may answer a colleague. */
export const SMALL_TALK = ['greeting', 'thanks', 'farewell', 'praise', 'answer'] as const;
export type SmallTalk = (typeof SMALL_TALK)[number];

const GOOD =
  '(godt|rart|dejligt|fint|hjælpsomt|nyttigt|brugbart|fedt|skønt|sødt|venligt|flot|perfekt|super|rigtig godt|meget hjælpsomt|virkelig godt|virkelig rart|rigtig rart|så godt|så fint|en lettelse|lækkert)';
const A_HELP =
  '(til hjælp|en hjælp|en stor hjælp|en kæmpe hjælp|en god hjælp|til stor hjælp|en rigtig god hjælp|en rigtig stor hjælp|en fornøjelse|lige det jeg havde brug for|lige det jeg manglede|lige hvad jeg havde brug for)';
const HELP =
  '(hjælpen|din hjælp|jeres hjælp|svaret|dit svar|det gode svar|rådet|rådene|det gode råd|de gode råd|sparringen|din tid|tiden|snakken|det|det hele|alt|indsatsen|info|svar|hjælp|tippet|inputtet|input|beskeden|opfølgningen|den gode hjælp|den hurtige hjælp|det hurtige svar|hurtigt svar|hurtig hjælp|god hjælp|denne gang|nu|i dag)';
const DAY =
  '(dag|weekend|aften|ferie|jul|påske|sommer|sommerferie|fyraften|eftermiddag|uge|vagt|arbejdslyst|arbejdsdag|søndag|lørdag|fredag|mandag)';

/** Pieces of small talk as patterns (`Phrases`). A text of nothing but such pieces is small talk. */
export const SMALL_TALK_PIECES: Record<SmallTalk, readonly string[]> = {
  greeting: [
    '(hej|hejsa|hey|heyy|hello|hi|hiya|goddag|davs|dav|halløj|hallo|hejhej|mojn|howdy|yo|hejjj) [igen|du|der|alle|there|again|med dig|alle sammen]',
    '(godmorgen|godaften|goddag|morgen|morning|god dag)',
    '(god|good) (morgen|aften|formiddag|eftermiddag|morning|evening|day to you)',
    'good afternoon',
    'hvordan (går det|har du det|går det i dag)',
    'how are you [today|doing]',
    'er du (der|her|vågen|online|på)',
    'er der nogen [der|her|hjemme]',
    'are you (there|awake|online)',
    'is (anyone|anybody|someone) there',
    'tak for sidst',
    'velkommen [tilbage]',
    '(glædelig jul|godt nytår|god jul|merry christmas|happy new year)',
    '(rart|dejligt|hyggeligt) at (møde dig|hilse på dig|høre fra dig)',
    'nice to meet you',
  ],
  thanks: [
    '(tak|mange tak|tusind tak|tusinde tak|tusen tak|stor tak|hjertelig tak|takker|takket|jo tak|ih tak|åh tak|mange mange tak|tak tak|1000 tak|tusindtak|mangetak)',
    `(tak|mange tak|tusind tak|tusinde tak|stor tak) for ${HELP} [alligevel]`,
    '(tak|mange tak|tusind tak) (skal du|skal i) [da] have',
    '(tak|mange tak|tusind tak) (du|til dig|til jer|alle|allesammen|fordi du hjalp|fordi du svarede|fordi du spurgte|fordi du ville hjælpe|fordi du gad|for alt)',
    '(tak|thanks) igen',
    '(tak|mange tak|tusind tak) alligevel',
    'tak (og i lige måde|i lige måde|på forhånd|fordi i svarede|fordi i hjalp)',
    'på forhånd [mange] tak',
    'jeg (er taknemmelig|takker|siger tak|siger mange tak|siger tusind tak|vil bare sige tak|ville bare sige tak|skylder en tak|sætter pris på det)',
    'ville bare sige [mange|tusind] tak',
    '(thanks|thank you|many thanks|thx|ty|tnx|thanks a lot|thanks a million|thank you so much|thank you very much|thanks so much|cheers|much appreciated|i appreciate it|appreciate it|thanks again|thank you again)',
    '(thanks|thank you|many thanks) for (your help|the help|helping|helping me|your answer|the answer|everything|your time|that|this|it|the advice|your advice|your reply|the quick reply|the reply)',
  ],
  farewell: [
    '(farvel|hej hej|vi ses|vi snakkes|vi tales ved|på gensyn|pas på dig selv|kan du have det|ha det|ha det godt|hav det godt|hav det|bye|bye bye|goodbye|see you|see ya|see you later|take care|godnat|god nat|good night|cya|ses)',
    `(god|rigtig god|fortsat god) ${DAY} [til dig|til jer|når du når dertil]`,
    `(hav|ha|hav fortsat|du må have|nyd) en [fortsat|rigtig|dejlig|skøn] (god|dejlig|skøn|rar|fortsat) ${DAY}`,
    `(hav|ha) en god en`,
    `(nyd|god) (din|weekenden|aftenen|ferien|dagen|ferie)`,
    '(have|enjoy) (a|your) [good|nice|great|lovely] (day|weekend|evening|one|holiday|week)',
    '(til dig|til jer) [også]',
    '(i lige måde|ligeledes|lige over|you too|same to you|likewise)',
    '(også|du også|og dig|og til dig)',
    '(vi ses|ses|vi snakkes) (i morgen|på mandag|senere|snart|mandag)',
    '(hilsen|venlig hilsen|mange hilsner|kærlig hilsen|mvh|vh|kh|best regards|kind regards|regards|best)',
  ],
  praise: [
    '(super|perfekt|fint|fedt|dejligt|godt|genialt|skønt|fantastisk|flot|sejt|herligt|lækkert|alletiders|glimrende|udmærket|fremragende|great|perfect|nice|cool|awesome|excellent|wonderful|lovely|brilliant|good|amazing|wow|yes|jubii|hurra|sådan|sweet|fine|smart|bravo) [igen|så]',
    '(super|rigtig|virkelig|meget|helt|vildt|så|mega) (godt|fint|fedt|dejligt|flot|sejt|nice|rart|perfekt|hjælpsomt|cool|lækkert)',
    '(super|rigtig|virkelig) (god|fin|dejlig) (hjælp|sparring)',
    'supergodt',
    `(det|den|dette|hvor) (var|er|lyder|lød|ser) ${GOOD}`,
    '(ud|af dig|af jer|at høre|at vide|at få hjælp|at tale med dig|at tale med nogen|at vide det|at få sparring)',
    `(det|du|den|i) (var|er|har været) [virkelig] ${A_HELP}`,
    `hvor ${GOOD} [af dig]`,
    `${GOOD} at (høre|vide|få hjælp|vide det)`,
    'det (er jeg glad for|hjalp|hjalp mig|hjalp virkelig|hjalp meget|hjalp rigtig meget|hjalp mig meget|hjalp mig virkelig|hjælper|hjælper meget|giver mening|glæder mig|gjorde godt|virkede)',
    'det (vil jeg prøve|prøver jeg|kan jeg bruge|kan jeg bruge til noget|tager jeg med|var det|var alt|er alt)',
    'jeg (er glad|er glad for det|er glad for hjælpen|er glad for svaret|blev glad|prøver det|er meget glad|er lettet|er tilfreds)',
    '(lyder|ser) (godt|fint|rigtigt|super|perfekt) [ud]',
    'du er (sød|dygtig|god|for sej|sej|den bedste|en skat|fantastisk|flink|rar)',
    '(det var så lidt|selv tak|ingen årsag|velbekomme|no problem|you are welcome|youre welcome|my pleasure|no worries)',
    '(godt gået|godt arbejde|flot arbejde|well done|good job|good work|great job|godt klaret)',
    '(that|this|it|you) (was|is|were|are|has been) (great|helpful|very helpful|really helpful|a great help|a big help|nice|good|perfect|kind|so kind|very kind|the best|awesome|wonderful|lovely)',
    '(thats|youre) (great|helpful|very helpful|nice|good|perfect|kind|the best|awesome|lovely)',
    '(that|it|this) (helped|helps|works|worked|makes sense) [me|a lot|me a lot]',
    '(sounds|looks) (good|great|fine|perfect)',
    '(haha|hehe|hihi|hahaha|lol|hæhæ)',
  ],
  answer: [
    '(nå men|jamen|jamen så|nå jamen|nå okay men|well)',
    '(ja|nej|yes|no|ok|okay|okey|oki|okej|jep|jeps|jo|nope|yep|yup|k|javel|nå|nåh|aha|ah|åh|øh|hm|hmm|mm|jaja|nej nej|ja ja|næ|niks|sure|fair nok|fair enough|all right|alright|alrighty)',
    '(ja tak|nej tak|yes please|no thanks|no thank you|ikke lige nu|måske senere|senere|not now|maybe later)',
    '(modtaget|forstået|det er forstået|noteret|jeg forstår|det forstår jeg|er med|jeg er med|så er jeg med|got it|understood|i see|noted|gotcha|aftale|det er en aftale|deal)',
    '(det er ok|det er okay|det er i orden|det er helt i orden|helt i orden|det er fint nok|fint nok|i orden|det er fint med mig|det passer mig fint|no problem at all|thats ok|thats fine|its ok|its fine)',
    '(undskyld|beklager|det beklager jeg|sorry|my bad|ups|upsi|oops|hov|glem det|pyt|pyt med det|det var ikke noget|det var en fejl|forkert chat|never mind|nevermind|wrong chat)',
    '(test|tester|testing|prøve|bare en test|det er en test|det er bare en test|this is a test|just testing|just a test|test test|jeg tester bare|jeg prøver bare)',
  ],
};

/** What emoji say that stand alone. */
export const EMOJI_TALK: Record<'greeting' | 'thanks' | 'praise', string> = {
  greeting: '👋',
  thanks: '🙏🫶💐',
  praise: '👍👌✅✔☑❤🧡💛💚💙💜🤍♥💕💯🎉🥳🎊😊🙂😀😃😄😁😆😅🤗😍🥰😘☺😌😎🤩👏💪🙌⭐🌟🌞☀🌸🌷🤝✌🤞😉😇🫡',
};

const THANKS = '(?:(?:mange|tusinde?|stor) )?tak';
const THANKS_EN = '(?:many thanks|thanks|thank you)(?: (?:so|very) much)?';
const GIVEN =
  '(?:hjalp|svar|rad|sparring|input|tip|ide|snak|tid|indsats|info|stotte|besked|feedback|forslag|perspektiv)[a-z]*';

/** Pieces with room for a few words of one's own, spelled as `Spelling.bare` spells. */
export const OPEN_PIECES: readonly { kind: 'thanks' | 'feedback'; pattern: RegExp }[] = [
  {
    kind: 'thanks',
    pattern: new RegExp(`^${THANKS} for(?: \\S+){0,2} ${GIVEN}(?: (?:om|med|til|i|pa|af|fra)(?: \\S+){1,2})?$`, 'u'),
  },
  {
    kind: 'thanks',
    pattern: new RegExp(`^${THANKS} fordi (?:du|i)(?: (?!(?:men|jeg|vi|han|hun|hvordan|hvad) )\\S+){1,5}$`, 'u'),
  },
  {
    kind: 'thanks',
    pattern: new RegExp(
      `^${THANKS_EN} for(?: \\S+){0,3} (?:help|answer|advice|reply|time|support|input|feedback|tip|idea)s?$`,
      'u',
    ),
  },
  // Only beside thanks: alone it may well be what a dilemma is about.
  {
    kind: 'feedback',
    pattern:
      /^(?:det|den|du|i) (?:var|er|har varet|lyder|hjalp|giver)(?: (?!(?:ikke|men|aldrig|desvarre) )\S+){0,5} (?:hjalp|hjalpsomt|hjalpsom|brug for|rad|svar|ide|glad for|god|godt|videre|mening)$/u,
  },
  {
    kind: 'feedback',
    pattern:
      /^(?:that|this|it|you) (?:was|is|are|were|has been)(?: (?!(?:not|but|never) )\S+){0,5} (?:help|helpful|needed|advice|answer|idea|good|useful)$/u,
  },
];
