import type { AgentsToChoose } from '../../../bot/people/agents-to-choose.ts';
import type { Input } from '../../model.ts';
import { MAX } from './limits.ts';

/** A colleague to choose from a list; where they are too many for one, the name is typed. */
export const agentInput = (agents: AgentsToChoose, label: string, hint: string, value?: string): Input =>
  agents === 'many'
    ? { kind: 'text', field: 'agent', label, hint, required: true, multiline: false, maxLength: MAX.line }
    : {
        kind: 'choice',
        field: 'agent',
        label,
        options: agents.map(({ id, name }) => ({ value: id, label: name })),
        ...(value === undefined ? {} : { value }),
        required: true,
      };
