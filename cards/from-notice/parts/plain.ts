import type { Card, Node } from '../../model.ts';

/** A short answer without buttons. */
export const plain = (title: string, body: Node[]): Card => ({ title, tone: 'plain', body, actions: [] });
