import type { Reply } from '../../bot/notices.ts';
import type { Card } from '../model.ts';
import type { Speech } from '../speech.ts';
import { accessLogCard } from './access/log.ts';
import { ownDataCard } from './access/own-data.ts';
import { adminCard } from './admin/card.ts';
import { townCalendarCard } from './admin/town-calendar.ts';
import { agentOverviewCard } from './agent/overview.ts';
import { reportCard } from './hr/report.ts';
import { runCard } from './hr/run.ts';
import { sampleCard } from './hr/sample.ts';
import { wishesCard } from './nudge/wishes.ts';
import { lines } from './parts/nodes.ts';
import { plain } from './parts/plain.ts';
import { sayWords } from './parts/say-word.ts';
import { warningNode } from './parts/warning.ts';
import { absenceCard } from './people/absence.ts';
import { fieldCard } from './people/field.ts';
import { forgetCard, forgottenCard } from './people/forgetting.ts';
import { languageCard } from './people/language.ts';
import { linkCard } from './people/linking.ts';
import { profileCard } from './people/profile.ts';
import { storyListCard } from './story/list.ts';
import { agentsCard } from './talk/agents.ts';
import { didYouMeanCard } from './talk/did-you-mean.ts';
import { foundCard, searchWhatCard } from './talk/found.ts';
import { helpCard } from './talk/help.ts';
import { myCasesCard } from './talk/my-cases.ts';
import { notForYouCard } from './talk/not-for-you.ts';
import { notUnderstoodCard } from './talk/not-understood.ts';
import { principlesCard } from './talk/principles.ts';
import { readersCard } from './talk/readers.ts';
import { teamWhereCard } from './talk/team-where.ts';

/** Short answers that need no other context. */
export const replyCard = (reply: Reply, speech: Speech): Card => {
  const { replies } = speech.t;
  switch (reply.kind) {
    case 'help':
      return helpCard(reply, speech);
    case 'readers':
      return readersCard(reply, speech);
    case 'greeting':
      return plain(
        replies.greeting.title(reply.name),
        lines('body', [replies.greeting.text]),
        sayWords(['help', 'my-cases'], speech),
      );
    case 'thanks': {
      const { title, text } = speech.t.talk.thanks[reply.of ?? 'thanks'];
      return plain(title, lines('subtle', [text]), sayWords(['my-cases', 'help'], speech));
    }
    case 'did-you-mean':
      return didYouMeanCard(reply, speech);
    case 'not-for-you':
      return notForYouCard(reply, speech);
    case 'not-understood':
      return notUnderstoodCard(speech);
    case 'too-long':
      return plain(
        replies.tooLong.title,
        lines('body', [replies.tooLong.text(speech.number(reply.length), speech.number(reply.most))]),
      );
    case 'draft-moved':
      return {
        title: speech.t.draft.moved(reply.to === null ? null : speech.t.linking.platform[reply.to]),
        tone: 'quiet',
        body: [],
        actions: [],
      };
    case 'story-helped': {
      const { title, text } = speech.t.stories.helped;
      return plain(title, lines('subtle', [text]));
    }
    case 'story-moved':
      return {
        title: speech.t.stories.moved(reply.to === null ? null : speech.t.linking.platform[reply.to]),
        tone: 'quiet',
        body: [],
        actions: [],
      };
    case 'found':
      return foundCard(reply, speech);
    case 'stories':
      return storyListCard(reply, speech);
    case 'search-what':
      return searchWhatCard(speech);
    case 'draft-full':
      return plain(
        speech.t.draft.full.title,
        lines('body', [speech.t.draft.full.text(speech.number(reply.most)), speech.t.draft.full.what]),
      );
    case 'sent-stays':
      return plain(speech.t.draft.sentStays.title, lines('body', [speech.t.draft.sentStays.text]));
    case 'no-overview':
      return plain(
        replies.noOverview.title,
        lines('body', [replies.noOverview.text]),
        sayWords(['my-cases', 'help'], speech),
      );
    case 'principles':
      return principlesCard(speech);
    case 'agents':
      return agentsCard(reply, speech);
    case 'my-cases':
      return myCasesCard(reply, speech);
    case 'agent-overview':
      return agentOverviewCard(reply, speech);
    case 'case-not-found':
      return plain(
        replies.caseNotFound.title(reply.number),
        lines('body', [replies.caseNotFound.text]),
        sayWords(['my-cases', 'help'], speech),
      );
    case 'case-gone':
      return plain(
        replies.caseGone.title(reply.number),
        lines('body', [replies.caseGone.text(speech.number(reply.months), reply.months === 1)]),
        sayWords(['my-cases', 'help'], speech),
      );
    case 'noticed':
      return plain(speech.t.warnings.noticed, warningNode(reply.warning, 'after', speech));
    case 'language':
      return languageCard(speech);
    case 'now-agent': {
      const { title, text, profile } = speech.t.people.nowAgent;
      return plain(title, lines('body', [text(reply.by), profile]), sayWords(['profile', 'absence'], speech));
    }
    case 'field':
      return fieldCard(reply, speech);
    case 'link-confirm':
    case 'link-not':
    case 'link-refused':
    case 'linked':
    case 'unlinked':
      return linkCard(reply, speech);
    case 'forget-me':
      return forgetCard(reply, speech);
    case 'forgotten':
      return forgottenCard(reply, speech);
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
    case 'absence':
      return absenceCard(reply, speech);
    case 'admin':
    case 'admin-overview':
    case 'admin-agents':
    case 'admin-people':
    case 'admin-colleague':
    case 'admin-absences':
    case 'admin-closed-days':
    case 'admin-teams':
    case 'no-agents':
    case 'admin-words':
    case 'admin-sending':
    case 'admin-set-aside':
      return adminCard(reply, speech);
    case 'town-calendar':
      return townCalendarCard(reply, speech);
    case 'own-data':
      return ownDataCard(reply, speech);
    case 'access-log':
      return accessLogCard(reply, speech);
    case 'report':
      return reportCard(reply, speech);
  }
};
