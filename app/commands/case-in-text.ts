import type { Recorded } from '../../bot/audit/record.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseEvent } from '../../bot/cases/journal.ts';
import type { PersonId } from '../../bot/ids.ts';

/** Who somebody is to whoever reads the case. */
export type NameIn = (id: PersonId | null) => string;

/**
 * How people are named in what is printed of a case. Of an anonymous asker nothing is: neither the name nor what is
 * computed from it. So a colleague who was only proposed is not named there either, because a proposal that came to
 * nothing may have met the asker, or somebody above them (docs/rules.md, "Managers").
 */
export const namesIn = (c: Case, nameOf: (id: PersonId) => string): NameIn => {
  const tookPart = new Set([
    c.agent,
    ...c.offers.map(({ agent }) => agent),
    ...(c.invitations ?? []).flatMap(({ by, to, state }) => (state === 'accepted' ? [by, to] : [by])),
    ...(c.introductions ?? []).flatMap(({ by, who, state }) => (state === 'made' ? [by, who] : [by])),
  ]);
  return (id) => {
    if (id === null) return 'Sammen';
    if (!c.anonymous) return nameOf(id);
    if (id === c.asker) return 'asker (anonymous)';
    return tookPart.has(id) ? nameOf(id) : 'a colleague';
  };
};

/** What happened to a case, a line for each event, without text. */
export const eventLines = (c: Case, name: NameIn, _recorded: Recorded<'read-journal' | 'read-case'>): string[] =>
  c.events.map((event) => {
    const about = event.about === null ? '' : ` → ${name(event.about)}`;
    return `${event.at.toISOString()}  ${event.kind.padEnd(16)} ${name(event.by)}${about}${labelsOf(event)}`;
  });

const labelsOf = ({ principle, topic }: CaseEvent): string => {
  const chosen = [principle, topic].filter((label) => label !== undefined).join(' · ');
  return chosen === '' ? '' : `: ${chosen}`;
};

/**
 * Everything that was written in a case, in its order, for somebody who decides on a request for access to documents.
 * @param clean what takes an anonymous asker's own name, unit and phone out of a text
 */
export const wholeCase = (
  c: Case,
  name: NameIn,
  clean: (text: string) => string,
  _recorded: Recorded<'read-case'>,
): string[] => {
  const from = c.anonymous || c.unit === null ? '' : `, ${c.unit}`;
  const written: { at: Date; lines: string[] }[] = [
    { at: c.askedAt, lines: [`dilemma, from ${name(c.asker)}${from}`, c.text] },
    ...c.turns.map(({ kind, at, who, with: besides, text, talk }) => ({
      at,
      lines: [
        `${kind}, from ${[who, ...(besides === undefined ? [] : [besides])].map(name).join(' and ')}`,
        ...(talk === undefined
          ? []
          : [`talk: ${talk.start?.toISOString() ?? 'no time'}, ${talk.minutes} min, ${talk.place ?? 'no place'}`]),
        text,
      ],
    })),
    ...(c.notes ?? []).map(({ who, to, at, text }) => ({
      at,
      lines: [`note, from ${name(who)} to ${name(to)}`, text],
    })),
    ...(c.invitations ?? []).map(({ for: what, by, to, at, reason }) => ({
      at,
      lines: [`${what}, ${name(by)} asks ${name(to)}`, reason],
    })),
  ];
  const inOrder = written.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [
    ...inOrder.flatMap(({ at, lines: [head = '', ...texts] }) => [
      '',
      `${at.toISOString()}  ${head}`,
      ...texts.flatMap((text) => indented(clean(text))),
    ]),
    ...outcomeLines(c).flatMap(([label, text]) => ['', label, ...indented(clean(text))]),
  ];
};

/** What the answer and what came of it say besides the words above. */
const outcomeLines = ({ answer, step, proposal, rating, followUp }: Case): [label: string, text: string][] => {
  const said: [string, string | null | undefined][] = [
    ['outcome', answer?.outcome],
    ['ground of the no', answer?.ground],
    ['alternative', answer?.alternative],
    [
      'trial',
      answer?.trial == null ? null : `${answer.trial.text} (until ${answer.trial.until}; ${answer.trial.sign})`,
    ],
    ['next step', step === null ? null : `${step.text} (${step.date}, ${step.state})`],
    ['proposed step', proposal == null ? null : `${proposal.text} (${proposal.date})`],
    ['helped', rating],
    ['follow-up', followUp?.kept],
  ];
  return said.flatMap(([label, text]) => (text == null || text === '' ? [] : [[label, text] as [string, string]]));
};

const indented = (text: string): string[] => text.split('\n').map((line) => `    ${line}`);
