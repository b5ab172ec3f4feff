import { personId } from '../../bot/ids.ts';
import { blankColleague, blankProfile } from '../../bot/people/blank-colleague.ts';
import { NEVER, type Person } from '../../bot/people/person.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import type { Chance } from './chance.ts';
import { FIRST_NAMES, LAST_NAMES, masked, UNITS } from './demo-words.ts';

const SHARE_WITH_CHAT = 0.82;
const SHARE_OF_AGENTS = 0.025;

/** Makes about two thousand colleagues; some fifty are agents. */
export const makePeople = (chance: Chance): Person[] => {
  let made = 0;
  return UNITS.flatMap(([unit, size]) =>
    Array.from({ length: size }, (): Person => {
      made += 1;
      const id = personId(`demo-${String(made).padStart(4, '0')}`);
      const name = `${chance.of(FIRST_NAMES)} ${chance.of(LAST_NAMES)}`;
      const isAgent = chance.happens(SHARE_OF_AGENTS);
      return blankColleague(id, name, 'da', {
        unit,
        addresses: chance.happens(SHARE_WITH_CHAT) || isAgent ? [{ platform: 'sandbox', id, at: NEVER }] : [],
        roles: isAgent ? ['agent'] : [],
        agent: isAgent
          ? {
              ...blankProfile('da'),
              principles: [chance.of(PRINCIPLES), chance.of(PRINCIPLES)],
              topics: [chance.of(TOPICS)],
              shown: chance.happens(0.6),
              place: masked(`${unit}, rum ${1 + chance.whole(30)}`),
            }
          : null,
      });
    }),
  );
};
