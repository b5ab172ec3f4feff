import { access } from './da/access.ts';
import { actions } from './da/actions.ts';
import { admin } from './da/admin.ts';
import { agent } from './da/agent.ts';
import { agentsPage } from './da/agents-page.ts';
import { asker } from './da/asker.ts';
import { blocks } from './da/blocks.ts';
import { shared } from './da/case.ts';
import { chat } from './da/chat.ts';
import { colleagues } from './da/colleagues.ts';
import { draft } from './da/draft.ts';
import { forgetting } from './da/forgetting.ts';
import { introduction } from './da/introduction.ts';
import { labels } from './da/labels.ts';
import { linking } from './da/linking.ts';
import { nudges } from './da/nudges.ts';
import { onBehalf } from './da/on-behalf.ts';
import { ownData } from './da/own-data.ts';
import { passage } from './da/passage.ts';
import { people } from './da/people.ts';
import { privacyPage } from './da/privacy-page.ts';
import { publicPages } from './da/public-pages.ts';
import { refusals } from './da/refusals.ts';
import { replies } from './da/replies.ts';
import { report } from './da/report.ts';
import { setUp } from './da/set-up.ts';
import { sheet } from './da/sheet.ts';
import { slack } from './da/slack.ts';
import { stories } from './da/stories.ts';
import { sure } from './da/sure.ts';
import { talk } from './da/talk.ts';
import { team } from './da/team.ts';
import { teams } from './da/teams.ts';
import { warnings } from './da/warnings.ts';

export const da = {
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
