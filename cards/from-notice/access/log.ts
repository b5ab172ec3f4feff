import type { AccessLine, AccessLogNotice } from '../../../bot/admin/access-log.ts';
import { ROLES } from '../../../bot/words.ts';
import type { Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** Who changed something with a role, or looked at what only few may see. */
export const accessLogCard = ({ now, lines: shown, from, more }: AccessLogNotice, speech: Speech): Card => {
  const { access: t } = speech.t;
  return {
    title: t.log.title,
    kicker: t.log.kicker,
    tone: 'plain',
    body: [
      ...lines('body', [t.log.lead]),
      ...(shown.length === 0
        ? lines('body', [t.log.none])
        : [{ kind: 'list' as const, items: shown.map((line) => itemOf(line, now, speech)) }]),
    ],
    actions: more
      ? [
          {
            kind: 'press',
            verb: 'show-access-log',
            label: t.log.older,
            data: { from: from + shown.length },
            weight: 'normal',
          },
        ]
      : [],
  };
};

const itemOf = (line: AccessLine, now: Date, speech: Speech) => {
  const { access: t } = speech.t;
  const facts = [
    capital(speech.when(line.at, now)),
    line.about === null ? null : t.log.about(line.about),
    line.case === null ? null : t.log.case(line.case),
    line.detail === null ? null : detailOf(line.detail, speech),
  ];
  return {
    title: `${doer(line, speech)} ${t.deeds[line.did]}`,
    text: facts.filter((fact) => fact !== null).join(' · '),
  };
};

const doer = ({ by }: AccessLine, { t }: Speech): string => {
  switch (by.as) {
    case 'person':
      return by.name;
    case 'erased':
      return t.access.log.erased;
    case 'operator':
      return t.access.log.operator(by.user);
  }
};

/** A role by its name in the reader's language; whatever else stands there is a code or a number. */
const detailOf = (detail: string, { t }: Speech): string => {
  const role = ROLES.find((known) => known === detail);
  return role === undefined ? detail : t.admin.role[role];
};
