import type { Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';

export const findForm = ({ t }: Speech): Form => ({
  kind: 'form',
  verb: 'find-colleague',
  label: t.admin.find.label,
  send: t.admin.find.send,
  data: {},
  weight: 'normal',
  inputs: [{ kind: 'text', field: 'who', label: t.admin.find.who, required: true, multiline: false, maxLength: 100 }],
});
