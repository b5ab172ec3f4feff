import type { Passage, PassageView } from '../../../bot/cases/said-views.ts';
import { capital, type Speech } from '../../speech.ts';
import { firstNameOf } from './names.ts';

/** What became of the reader's latest words on their way to `name`, as a headline. */
export const passageTitle = (passage: PassageView | null, name: string, { t }: Speech): string => {
  const { what: names, wrote, onItsWay, arrived, waiting, notArrived } = t.passage;
  if (passage === null) return wrote(name);
  const what = names[passage.what];
  switch (passage.state) {
    case 'on-its-way':
      return onItsWay(capital(what), name);
    case 'sent':
      return arrived(what, name);
    case 'waiting':
      return waiting(capital(what));
    case 'undeliverable':
    case 'failed':
      return notArrived(capital(what));
  }
};

/** What the reader should know about words that have not arrived; null when they have, or when nothing is known. */
export const passageLine = (passage: PassageView | null, name: string, speech: Speech): string | null =>
  passage === null ? null : lineOf(passage, speech.t.passage.what[passage.what], name, speech);

const lineOf = (passage: Passage, what: string, name: string, speech: Speech): string | null => {
  const { t } = speech;
  const { line } = t.passage;
  switch (passage.state) {
    case 'on-its-way':
      return line.onItsWay;
    case 'sent':
      return null;
    case 'waiting':
      return line.waiting(passage.on === null ? null : t.linking.platform[passage.on]);
    case 'undeliverable':
    case 'failed':
      return capital(line[passage.state](what, name, firstNameOf(name, speech)));
  }
};

/** Whether the reader's words are stuck, which the card says whatever else is new. */
export const isStuck = (passage: Passage | null): boolean =>
  passage !== null && passage.state !== 'sent' && passage.state !== 'on-its-way';

/** How far the dilemma has come on its way to the agent who is asked. */
export const offerLine = (passage: Passage | null, name: string, speech: Speech): string | null => {
  const { offer } = speech.t.passage;
  if (passage === null) return null;
  if (passage.state === 'on-its-way') return offer.onItsWay(name);
  return passage.state === 'sent' ? capital(offer.arrived(name)) : lineOf(passage, offer.what, name, speech);
};
