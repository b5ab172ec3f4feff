import type { SetUp } from '../../../bot/admin/set-up.ts';
import type { Speech } from '../../../cards/speech.ts';

export type Step = { title: string; done: boolean; text: string };

/** What it takes before Sammen helps anybody, in the order to do it; the first that is not done is the next. */
export const setUpSteps = ({ platforms, listed, known, reachable, unknown }: SetUp, speech: Speech): Step[] => {
  const { steps } = speech.t.setUp;
  const counted = (name: 'teams' | 'slack' | 'people', count: number): Step => ({
    title: steps[name].title,
    done: count > 0,
    text: count > 0 ? steps[name].done(speech.number(count)) : steps[name].missing,
  });
  // Whoever has a role on the list, and no chat yet, hears of nothing.
  const withRole = (name: 'admins' | 'hr' | 'agents'): Step => ({
    title: steps[name].title,
    done: reachable[name] > 0,
    text:
      reachable[name] > 0
        ? steps[name].done(speech.number(reachable[name]))
        : known[name] > 0
          ? steps.notMet(speech.number(known[name]))
          : steps[name].missing,
  });
  const names = platforms.map(({ platform }) => speech.t.linking.platform[platform]);
  const missing = [
    ...unknown.principles.map((principle) => `"${speech.principle(principle)}"`),
    ...unknown.topics.map((topic) => `"${speech.t.labels.topic[topic]}"`),
  ];
  return [
    {
      title: steps.platforms.title,
      done: names.length > 0,
      text: names.length > 0 ? steps.platforms.done(names.join(', ')) : steps.platforms.missing,
    },
    ...platforms.flatMap(({ platform, met }) => (platform === 'sandbox' ? [] : [counted(platform, met)])),
    counted('people', listed),
    withRole('admins'),
    withRole('hr'),
    withRole('agents'),
    // Where there are no agents at all, that is what to mend.
    ...(reachable.agents === 0
      ? []
      : [
          {
            title: steps.coverage.title,
            done: missing.length === 0,
            text: missing.length === 0 ? steps.coverage.done : steps.coverage.missing(missing.join(', ')),
          },
        ]),
  ];
};
