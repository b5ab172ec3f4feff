import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';
import { CHATS } from './chats/chats.ts';
import { leave, stageIn } from './support/in-sandbox.ts';
import { play } from './support/play.ts';

describe('people who never read a help text, in the sandbox', () => {
  const { inSandbox } = useSharedSandbox();

  before('every agent of the invented municipality leaves', () =>
    inSandbox(async (sandbox) => {
      await sandbox.addPerson({ name: 'Vera Vedvarende', unit: 'IT', roles: ['admin'] });
      for (const agent of await sandbox.agents()) await leave(agent, sandbox);
    }),
  );

  for (const chat of CHATS)
    it(`${chat.title}: ${chat.about}`, () =>
      inSandbox((sandbox) => stageIn(sandbox)(chat, (place) => play(chat, place))));
});
