import type { TeamNotice } from '../../../bot/nudges/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** The messages in a team's channel, which everybody there reads. */
export const teamCard = (notice: TeamNotice, speech: Speech): Card => {
  const { team, sheet } = speech.t;
  if (notice.kind === 'team-told') {
    const { title, text, first, stop, again } = team.told;
    const begun = notice.did === 'begun';
    const next = begun && notice.next !== null ? first(speech.dayOf(notice.next, notice.now)) : null;
    return {
      title: title[notice.did],
      tone: 'plain',
      body: [...lines('body', [text[notice.did], next]), ...lines('subtle', [begun ? stop : again])],
      actions: [],
    };
  }
  const { principle, question } = notice;
  const words = speech.principles.find(({ id }) => id === principle)?.text ?? null;
  return {
    title: sheet.title(speech.principle(principle)),
    tone: 'plain',
    body: [
      ...lines('body', [words]),
      ...(question === null ? [] : [...lines('heading', [sheet.team]), ...lines('lead', [question[speech.language]])]),
      ...lines('subtle', [team.stop]),
    ],
    actions: [],
  };
};
