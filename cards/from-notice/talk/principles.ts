import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { plain } from '../parts/plain.ts';

/** The six principles, in the municipality's own words. */
export const principlesCard = ({ t, principles }: Speech): Card =>
  plain(t.replies.principles.title, [
    { kind: 'list', items: principles.map(({ name, text }) => ({ title: name, text })) },
  ]);
