import type { Language } from '../../../bot/words.ts';

/** Stems of words that belong in a plan and not in a conversation; in Danish they also count inside a compound. */
const WORDS: Record<Language, readonly string[]> = {
  da: `adresser afdækk aktør anvend baseline borgerdrev borgerinddrag dialog effektiviser ejerskab engagement evaluer
    facilit feedback fokus foranstalt forankr forvaltning helhedsorient igangsæt implement inddrag indsats inkluder
    initiativ input interessent interaktion involver italesæt kapacitet kerneopgave kompetence koordiner kvalificer
    kvalitetssikr løbende målgruppe målrett nytteværdi optimer perspektiv platform potentiale prioriter proaktiv
    problemstilling procedure proces realiser refleksion reflekter relation ressource samskab strategi synergi
    synliggør tilgang tiltag tværgående udfordr understøt workshop`.split(/\s+/),
  en: `actionable address align capacit deliverable empower engag ensur facilitat feedback focus framework holistic
    implement initiativ input leverag optimi outcome ownership perspective potential prioriti proactive procedure process
    resource robust stakeholder strateg synerg touchpoint utili workshop`.split(/\s+/),
};

const WORD = /\p{L}+/gu;

/** The words in a text that no cleaner, nurse or librarian would say over coffee. */
export const bureaucraticWords = (text: string, language: Language): string[] =>
  (text.toLowerCase().match(WORD) ?? []).filter((word) =>
    WORDS[language].some((office) => (language === 'da' ? word.includes(office) : word.startsWith(office))),
  );
