import type { WarningView } from '../../../bot/cases/view-types.ts';
import type { Own } from '../../../bot/privacy/own-words.ts';
import type { ForWhom } from '../../../bot/words.ts';
import type { Link, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';

/**
 * A card's only warning: where the text may belong, and what it should not hold. `when`: before or after it is sent;
 * `whom`: for whom its writer asks.
 */
export const warningNode = (
  warning: WarningView | null,
  when: 'before' | 'after',
  speech: Speech,
  whom: ForWhom = 'me',
): Node[] => {
  if (warning === null) return [];
  const texts = [
    ...warning.matters.map((matter) => matterLine(matter, when, speech)),
    ...privacyLine(warning, whom, speech),
    ...ownLine(warning, speech),
  ];
  const [link] = warning.matters.flatMap((matter) => linkOf(matter, speech));
  return [{ kind: 'warning', text: texts.join('\n'), ...(link === undefined ? {} : { link }) }];
};

type MatterView = WarningView['matters'][number];

const matterLine = ({ kind, contact }: MatterView, when: 'before' | 'after', { t }: Speech): string => {
  const { before, after, call, turnTo } = t.warnings;
  const where =
    contact === null || (contact.phone === null && contact.url !== null)
      ? ''
      : contact.phone === null
        ? turnTo(contact.name)
        : call(contact.name, contact.phone);
  const text = when === 'after' && kind === 'whistleblower' ? after[kind] : before[kind];
  return text(where);
};

const linkOf = ({ contact }: MatterView, { t }: Speech): Link[] =>
  contact === null || contact.url === null ? [] : [{ label: t.warnings.goTo(contact.name), url: contact.url }];

/** One line for what was hidden and for a likely name. */
const privacyLine = ({ hidden, named, deletable, phoneTip }: WarningView, whom: ForWhom, { t }: Speech): string[] => {
  const { warnings } = t;
  if (hidden.length === 0) return named ? [whom === 'citizen' ? t.onBehalf.namedCitizen : warnings.named] : [];
  return [
    [
      warnings.hidden(
        inWords(
          hidden.map((kind) => warnings.kinds[kind]),
          warnings.and,
        ),
      ),
      ...(deletable ? [hidden.length > 1 ? warnings.theyAreThere : warnings.itIsThere] : []),
      ...(phoneTip === true ? [warnings.ownPhone] : []),
      ...(named ? [warnings.alsoNamed] : []),
    ].join(' '),
  ];
};

const ownLine = ({ own = [] }: WarningView, speech: Speech): string[] =>
  own.length === 0 ? [] : [speech.t.warnings.hiddenOwn(ownInWords(own, speech))];

/** "your name and your unit", or "my name and my unit" on what they choose */
export const ownInWords = (own: readonly Own[], { t }: Speech, whose: 'own' | 'mine' = 'own'): string =>
  inWords(
    own.map((kind) => t.warnings[whose][kind]),
    t.warnings.and,
  );

/** "a, b and c" */
const inWords = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
