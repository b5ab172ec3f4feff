import type { ReportNotice } from '../../../bot/adoption/notice.ts';
import type { Card, Node } from '../../model.ts';
import { mainFigures } from '../../report/main-figures.ts';
import { capital, type Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { sayWord } from '../parts/say-word.ts';

/** The main figures, sent on request, with a link to the whole report as the last line. */
export const reportCard = ({ figures, url }: ReportNotice, speech: Speech): Card => {
  const { report } = speech.t;
  const { card } = report;
  const link: Node[] =
    url === null
      ? lines('body', [card.more])
      : [...lines('subtle', [card.linkText]), { kind: 'link', link: { label: card.link, url }, main: true }];
  if (figures === null)
    return { title: report.kicker, tone: 'plain', body: [...lines('body', [card.none]), ...link], actions: [] };
  const then = figures.before === null ? [] : mainFigures(figures.before, speech);
  return {
    title: card.title(figures.now.weeks),
    kicker: url === null ? card.digest : report.kicker,
    tone: 'plain',
    body: [
      ...facts(
        mainFigures(figures.now, speech).map(({ label, said }, at) => [
          capital(label),
          then[at] === undefined ? said : card.besides(said, then[at].said),
        ]),
      ),
      ...lines('subtle', [card.private]),
      ...link,
    ],
    actions: url === null ? [sayWord('report', speech)] : [],
  };
};
