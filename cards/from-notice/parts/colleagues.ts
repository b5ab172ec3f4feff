import type { AgentsToChoose } from '../../../bot/people/agents-to-choose.ts';
import type { Input } from '../../model.ts';
import { line } from './case-form.ts';

/** A colleague to choose from a list; where they are too many for one, the name is typed. */
export const agentInput = (agents: AgentsToChoose, label: string, hint: string, value?: string): Input =>
  agents === 'many'
    ? line('agent', label, true, { hint })
    : {
        kind: 'choice',
        field: 'agent',
        label,
        options: agents.map(({ id, name }) => ({ value: id, label: name })),
        ...(value === undefined ? {} : { value }),
        required: true,
      };
