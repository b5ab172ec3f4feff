import type { Card } from './model.ts';

/**
 * What a phone shows of a message on its locked screen: who and what, never what people wrote
 * (docs/rules.md, "Notifications").
 */
export const notificationOf = ({ kicker, title }: Pick<Card, 'kicker' | 'title'>): string =>
  [kicker, title].filter((part) => part !== undefined && part !== '').join(': ');
