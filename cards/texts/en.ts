import { access } from './en/access.ts';
import { actions } from './en/actions.ts';
import { admin } from './en/admin.ts';
import { agent } from './en/agent.ts';
import { agentsPage } from './en/agents-page.ts';
import { asker } from './en/asker.ts';
import { blocks } from './en/blocks.ts';
import { shared } from './en/case.ts';
import { chat } from './en/chat.ts';
import { colleagues } from './en/colleagues.ts';
import { draft } from './en/draft.ts';
import { forgetting } from './en/forgetting.ts';
import { introduction } from './en/introduction.ts';
import { labels } from './en/labels.ts';
import { linking } from './en/linking.ts';
import { nudges } from './en/nudges.ts';
import { onBehalf } from './en/on-behalf.ts';
import { ownData } from './en/own-data.ts';
import { passage } from './en/passage.ts';
import { people } from './en/people.ts';
import { privacyPage } from './en/privacy-page.ts';
import { publicPages } from './en/public-pages.ts';
import { refusals } from './en/refusals.ts';
import { replies } from './en/replies.ts';
import { report } from './en/report.ts';
import { setUp } from './en/set-up.ts';
import { sheet } from './en/sheet.ts';
import { slack } from './en/slack.ts';
import { stories } from './en/stories.ts';
import { sure } from './en/sure.ts';
import { talk } from './en/talk.ts';
import { team } from './en/team.ts';
import { teams } from './en/teams.ts';
import { warnings } from './en/warnings.ts';
import type { Texts } from './texts.ts';

export const en: Texts = {
  access,
  actions,
  admin,
  agent,
  agentsPage,
  asker,
  blocks,
  chat,
  colleagues,
  draft,
  forgetting,
  introduction,
  labels,
  linking,
  nudges,
  onBehalf,
  ownData,
  passage,
  people,
  privacyPage,
  publicPages,
  setUp,
  refusals,
  replies,
  report,
  shared,
  sheet,
  slack,
  stories,
  sure,
  talk,
  team,
  teams,
  warnings,
};
