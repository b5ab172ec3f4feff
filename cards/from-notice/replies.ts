import type { CaseLine } from '../../bot/cases/notice.ts';
import type { Reply } from '../../bot/notices.ts';
import { LANGUAGES } from '../../bot/words.ts';
import type { Card, Node, Press } from '../model.ts';
import type { Speech } from '../speech.ts';
import { adminCard } from './admin.ts';
import { forgetCard, forgottenCard } from './forgetting.ts';
import { helpCard } from './help.ts';
import { linkCard } from './linking.ts';
import { lines, snippet as startOf } from './nodes.ts';
import { profileCard } from './profile.ts';
import { reportCard } from './report.ts';
import { runCard, sampleCard } from './run.ts';
import { teamWhereCard } from './team.ts';
import { wishesCard } from './wishes.ts';

/** Short answers that stand for themselves. */
export const replyCard = (reply: Reply, speech: Speech): Card => {
  const { replies } = speech.t;
  switch (reply.kind) {
    case 'help':
      return helpCard(reply, speech);
    case 'greeting':
      return plain(replies.greeting.title(reply.name), lines('body', [replies.greeting.text]));
    case 'thanks':
      return plain(replies.thanks.title, lines('subtle', [replies.thanks.text]));
    case 'not-understood': {
      const { title, text, exampleTitle, example, help } = replies.notUnderstood;
      return plain(title, [
        ...lines('body', [text]),
        { kind: 'quote', who: exampleTitle, when: '', text: example },
        ...lines('subtle', [help]),
      ]);
    }
    case 'too-long':
      return plain(
        replies.tooLong.title,
        lines('body', [replies.tooLong.text(speech.number(reply.length), speech.number(reply.most))]),
      );
    case 'principles': {
      const items = speech.principles.map(({ name, text }) => ({ title: name, text }));
      return plain(replies.principles.title, [{ kind: 'list', items }]);
    }
    case 'agents':
      return agentsCard(reply, speech);
    case 'my-cases':
      return myCasesCard(reply, speech);
    case 'case-not-found':
      return plain(replies.caseNotFound.title(reply.number), lines('body', [replies.caseNotFound.text]));
    case 'language':
      return languageCard(speech);
    case 'now-agent': {
      const { title, text, profile } = speech.t.people.nowAgent;
      return plain(title, lines('body', [text(reply.by), profile]));
    }
    case 'link-confirm':
    case 'link-not':
    case 'link-refused':
    case 'linked':
    case 'unlinked':
      return linkCard(reply, speech);
    case 'forget-me':
      return forgetCard(reply, speech);
    case 'forgotten':
      return forgottenCard(speech);
    case 'team-where':
      return teamWhereCard(speech);
    case 'nudges':
      return wishesCard(reply, speech);
    case 'nudge-sample':
      return sampleCard(reply, speech);
    case 'run':
      return runCard(reply, speech);
    case 'profile':
      return profileCard(reply, speech);
    case 'admin':
    case 'admin-agents':
    case 'admin-people':
    case 'admin-colleague':
    case 'admin-absences':
    case 'admin-closed-days':
    case 'admin-teams':
      return adminCard(reply, speech);
    case 'report':
      return reportCard(reply, speech);
  }
};

const plain = (title: string, body: Node[]): Card => ({ title, tone: 'plain', body, actions: [] });

const agentsCard = ({ agents }: Extract<Reply, { kind: 'agents' }>, speech: Speech): Card => {
  const { t } = speech;
  if (agents.length === 0) return plain(t.replies.agents.title, lines('body', [t.replies.agents.none]));
  const items = agents.map(({ name, unit, principles, topics, free }) => ({
    title: unit === null ? name : `${name}, ${unit}`,
    text: [
      free ? t.replies.agents.free : t.replies.agents.busy,
      [...principles.map(speech.principle), ...topics.map((topic) => t.labels.topic[topic])].join(', '),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  return plain(t.replies.agents.title, [...lines('body', [t.replies.agents.lead]), { kind: 'list', items }]);
};

const myCasesCard = ({ cases, more }: Extract<Reply, { kind: 'my-cases' }>, speech: Speech): Card => {
  const { myCases } = speech.t.replies;
  if (cases.length === 0) return plain(myCases.none, lines('body', [myCases.noneText]));
  return plain(myCases.title, [
    { kind: 'list', items: cases.map((line) => caseItem(line, speech)) },
    ...lines('subtle', [more ? myCases.more : null]),
  ]);
};

/** The line in the list arrives cut at 80 characters, maybe inside a word. */
const MOST_OF_A_CASE = 78;

const caseItem = ({ id, number, state, role, snippet, next }: CaseLine, { t }: Speech) => {
  const { myCases } = t.replies;
  const open = state === 'active' || state === 'answered' || role === 'offered';
  const status = next === 'you' && open ? myCases.yourTurn : t.labels.state[state];
  const action: Press = {
    kind: 'press',
    verb: 'show-case',
    label: myCases.show(number),
    data: { case: id },
    weight: 'normal',
  };
  return {
    title: `${t.labels.caseNumber(number)} · ${status}`,
    text: `${t.labels.role[role]}: ${startOf(snippet, MOST_OF_A_CASE)}`,
    action,
  };
};

const languageCard = ({ t }: Speech): Card => ({
  title: t.replies.language.title,
  tone: 'plain',
  body: lines('body', [t.replies.language.text]),
  actions: LANGUAGES.map((language) => ({
    kind: 'press',
    verb: 'set-language',
    label: t.replies.language.names[language],
    data: { language },
    weight: 'normal',
  })),
});
