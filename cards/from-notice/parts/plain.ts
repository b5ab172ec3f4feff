import type { Action, Card, Node } from '../../model.ts';

/** A short answer. */
export const plain = (title: string, body: Node[], actions: Action[] = []): Card => ({
  title,
  tone: 'plain',
  body,
  actions,
});
