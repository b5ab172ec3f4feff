import type { Contact } from '../../../bot/cases/colleague-views.ts';
import { firstName } from '../../../bot/people/first-name.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, link } from './nodes.ts';

/** How to get hold of a colleague. */
export const contactNodes = (contact: Contact | null, name: string, { t }: Speech): Node[] => {
  if (contact === null) return [];
  const { unit, phone, chat } = t.introduction.contact;
  return [
    ...facts([
      [unit, contact.unit],
      [phone, contact.phone],
    ]),
    ...(contact.chat === null
      ? []
      : link(chat(firstName({ name }), t.linking.platform[contact.chat.platform]), contact.chat.url)),
  ];
};
