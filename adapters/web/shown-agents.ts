import { byName } from '../../bot/by-name.ts';
import type { Organisation } from '../../bot/organisation.ts';
import { isAgent } from '../../bot/people/person.ts';
import type { People } from '../../bot/people/port.ts';
import { type Language, PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';

/** An agent as everybody may see them: what they agreed to, and nothing else. `hours` are the municipality's. */
export type ShownAgent = {
  name: string;
  unit: string | null;
  phone: string | null;
  hours: string;
  place: string | null;
  /** What they can help with, in plain words. */
  helpsWith: string[];
};

export const shownAgents = async (
  { people, organisation }: { people: Pick<People, 'agents'>; organisation: Organisation },
  language: Language,
): Promise<ShownAgent[]> => {
  const { helps } = TEXTS[language].agentsPage;
  const hours = hoursIn(organisation, language);
  return (await people.agents())
    .filter(isAgent)
    .filter(({ agent, left }) => agent.shown && left === null)
    .map(({ name, unit, phone, agent }) => ({
      name,
      unit,
      phone,
      hours,
      place: agent.place,
      helpsWith: [
        ...PRINCIPLES.filter((principle) => agent.principles.includes(principle)).map((id) => helps.principle[id]),
        ...TOPICS.filter((topic) => agent.topics.includes(topic)).map((id) => helps.topic[id]),
      ],
    }))
    .sort(byName);
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The working hours, such as "man.–tors. 08:00–16:00, fre. 08:00–14:00". */
export const hoursIn = ({ hours }: Pick<Organisation, 'hours'>, language: Language): string => {
  const name = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, 0, 5 + day)),
    );
  const spans: { first: number; last: number; open: string }[] = [];
  for (const [index, day] of DAYS.entries()) {
    const open = hours[day]?.join('–');
    const before = spans.at(-1);
    if (open === undefined) continue;
    if (before?.open === open && before.last === index - 1) before.last = index;
    else spans.push({ first: index, last: index, open });
  }
  return spans
    .map(({ first, last, open }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${open}`)
    .join(', ');
};
