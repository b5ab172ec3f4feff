import { id } from '../../bot/card-fields.ts';
import type { SlackOption } from '../../cards/block-kit/blocks.ts';
import { SLACK_LIMITS } from '../../cards/block-kit/limits.ts';
import { plainLine } from '../../cards/block-kit/text.ts';
import { isRefused } from '../chat/recognise-account.ts';
import type { TurnDeps } from './deps.ts';
import type { Suggestion } from './payloads.ts';
import { recognise } from './recognise.ts';
import { readMetadata } from './submit-form.ts';

/** Answers what somebody types into a window's field that looks for a colleague. */
export const searchColleagues = async (
  { user, value, view }: Suggestion,
  deps: TurnDeps,
): Promise<{ options: SlackOption[] }> => {
  const about = id.safeParse(readMetadata(view.private_metadata)?.data.case);
  if (!about.success) return { options: [] };
  const who = await recognise(user.id, deps);
  if (isRefused(who)) return { options: [] };
  const found = await deps.bot.searchColleagues({ case: about.data, typed: value }, who);
  return {
    options: found.map(({ id: colleague, name, unit }) => ({
      text: plainLine(unit === null ? name : `${name}, ${unit}`, SLACK_LIMITS.optionText, '…'),
      value: colleague,
    })),
  };
};
