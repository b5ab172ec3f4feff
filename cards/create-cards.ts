import type { Notice } from '../bot/notices.ts';
import type { Refusal } from '../bot/refusal.ts';
import { LANGUAGES, type Language } from '../bot/words.ts';
import { caseCard } from './from-notice/case.ts';
import { draftCard } from './from-notice/draft/card.ts';
import { nudgeCard } from './from-notice/nudge/card.ts';
import { teamCard } from './from-notice/nudge/team.ts';
import { linkCard } from './from-notice/people/linking.ts';
import { stuckCaseCard } from './from-notice/people/stuck-case.ts';
import { replyCard } from './from-notice/reply.ts';
import { storyCard } from './from-notice/story/card.ts';
import { meetingCard } from './from-notice/story/meeting.ts';
import type { Card } from './model.ts';
import type { PrincipleText } from './principles.ts';
import { createSpeech, type Speech } from './speech.ts';

export type Cards = {
  card(notice: Notice, language: Language): Card;
  /** Tells the person why nothing happened. */
  refusal(refusal: Refusal, language: Language): string;
  /** Tells the person that nothing was done because the store is unavailable. */
  storeAway(language: Language): string;
  /** Answers a press that this version does not know, or whose data is broken. */
  pressUnknown(language: Language): string;
};

/** @param principles the content of `content/principles.json` */
export const createCards = (deps: { timeZone: string; principles: readonly PrincipleText[] }): Cards => {
  const speeches = new Map<Language, Speech>(LANGUAGES.map((language) => [language, createSpeech(deps, language)]));
  const speechIn = (language: Language): Speech => speeches.get(language) ?? createSpeech(deps, language);
  return {
    card: (notice, language) => toCard(notice, speechIn(language)),
    refusal: ({ code, who, day }, language) => {
      const speech = speechIn(language);
      return speech.t.refusals[code](who, day === null ? null : speech.day(day, new Date(day)));
    },
    storeAway: (language) => speechIn(language).t.replies.storeAway,
    pressUnknown: (language) => speechIn(language).t.replies.pressUnknown,
  };
};

const toCard = (notice: Notice, speech: Speech): Card => {
  switch (notice.kind) {
    case 'case':
      return caseCard(notice, speech);
    case 'stuck-case':
      return stuckCaseCard(notice, speech);
    case 'draft':
      return draftCard(notice.view, speech);
    case 'meeting':
      return meetingCard(notice.view, speech);
    case 'story':
      return storyCard(notice.view, speech);
    case 'link-code':
      return linkCard(notice, speech);
    case 'team-post':
    case 'team-told':
      return teamCard(notice, speech);
    case 'nudge':
      return nudgeCard(notice, speech);
    default:
      return replyCard(notice, speech);
  }
};
