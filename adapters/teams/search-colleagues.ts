import { z } from 'zod';
import { searchWords, id as typedId } from '../../bot/card-fields.ts';
import { datasetOf } from '../../cards/adaptive/inputs.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { type Activity, isPersonal } from './activity.ts';
import type { Answer, TurnDeps } from './deps.ts';
import { findOwnChat } from './own-chat.ts';
import { recognise } from './recognise.ts';

const asked = z.object({ queryText: searchWords, dataset: z.string().max(200) });

/** Handles `application/search`: what somebody types into a field that looks for a colleague. */
export const searchColleagues = async (activity: Activity, deps: TurnDeps): Promise<Answer> => {
  const read = asked.safeParse(activity.value);
  const about = read.success ? typedId.safeParse(datasetOf.read(read.data.dataset)) : null;
  if (!read.success || !about?.success) return { status: 400 };
  const chat = isPersonal(activity) ? await findOwnChat(activity, deps) : null;
  const who = chat === null ? null : await recognise(activity, chat, deps);
  const found =
    who === null || isRefused(who)
      ? []
      : await deps.bot.searchColleagues({ case: about.data, typed: read.data.queryText }, who);
  const results = found.map(({ id, name, unit }) => ({ value: id, title: unit === null ? name : `${name}, ${unit}` }));
  return { status: 200, body: { type: 'application/vnd.microsoft.search.searchResponse', value: { results } } };
};
