import type { MeetingView } from '../../../bot/stories/notice.ts';
import type { Card, Node, Press } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { contactNodes } from '../parts/contact.ts';
import { firstNameOf } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';

/** The question whether a story's teller will talk with a colleague, and what came of it. */
export const meetingCard = (view: MeetingView, speech: Speech): Card => {
  const { meeting } = speech.t.stories;
  if (view.viewer === 'writer') {
    const first = firstNameOf(view.teller, speech);
    return {
      title: meeting.titleYes(view.teller),
      tone: 'good',
      body: [
        ...told(view, meeting.theirs(first)),
        ...contactNodes(view.contact, view.teller, speech),
        ...lines('body', [meeting.goOn(first)]),
      ],
      actions: [],
    };
  }
  const { kicker } = meeting;
  switch (view.state) {
    case 'asked': {
      const { name, unit } = view.writer;
      const first = firstNameOf(name, speech);
      return {
        title: meeting.title(name),
        kicker,
        tone: 'plain',
        body: [
          { kind: 'quote', who: meeting.wrote(unit === null ? name : `${name}, ${unit},`), when: '', text: view.text },
          ...told(view, meeting.told),
          ...lines('body', [meeting.shows(first), meeting.until(speech.when(view.until, view.now), first)]),
        ],
        actions: [
          answer(view, 'accept-meeting', meeting.yes, 'main'),
          answer(view, 'decline-meeting', meeting.no, 'normal'),
        ],
      };
    }
    case 'accepted': {
      const first = firstNameOf(view.writer, speech);
      return {
        title: meeting.titleMade(view.writer),
        kicker,
        tone: 'good',
        body: [
          { kind: 'quote', who: meeting.wrote(view.writer), when: '', text: view.text },
          ...contactNodes(view.contact, view.writer, speech),
          ...lines('body', [capital(meeting.made(first))]),
        ],
        actions: [],
      };
    }
    case 'over':
      return { title: meeting.over, kicker, tone: 'quiet', body: lines('subtle', [meeting.overText]), actions: [] };
  }
};

const told = ({ told: text }: MeetingView, who: string): Node[] =>
  text === '' ? [] : [{ kind: 'quote', who, when: '', text }];

const answer = (
  { story, meeting, rev }: MeetingView,
  verb: 'accept-meeting' | 'decline-meeting',
  label: string,
  weight: Press['weight'],
): Press => ({ kind: 'press', verb, label, data: { story, meeting, rev }, weight });
