import { expand } from './expand.ts';
import { plainWords, spellingOf } from './plain-words.ts';
import { heartsOf, withoutFillers } from './politeness.ts';

const TAKEN_BACK = new Set(
  [
    '[nej|nej nej|hov|næ] (slet|fjern|glem|annuller|drop|fortryd) (det|den|det her|det igen|beskeden|udkastet|det hele)',
    '[nej|hov] (fortryd|annuller|pyt|pyt med det|forkert|forkert chat|det var forkert|det var en fejl)',
    '[nej|hov] smid (det|udkastet|det hele) (væk|ud)',
    '[nej|hov] (send det ikke|send ikke|du skal ikke sende det|lad være med at sende [det|noget])',
    '[nej|hov] jeg (fortryder|fortryder det|har fortrudt|har fortrudt det|vil ikke sende det)',
    '[no] (delete|remove|forget|cancel|discard|drop|undo|scratch) (it|that|this|the draft|the message)',
    '[no] (cancel|undo|never mind|nevermind|nvm|wrong chat|dont send [it|this|that]|do not send [it|this|that])',
    '[no] i (changed my mind|have changed my mind|regret it|dont want to send it)',
  ]
    .flatMap(expand)
    .map((words) => spellingOf(words).bare),
);

/** Whether a text does nothing but take back what was just written: "nej glem det", "slet det igen". */
export const takesBack = (text: string): boolean =>
  heartsOf(withoutFillers(plainWords(text))).some((heart) => TAKEN_BACK.has(spellingOf(heart.join(' ')).bare));
