import { idByEmail } from '../../../bot/people/meet-colleague.ts';
import { openTestBot, pressNewest, type TestBot } from '../../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile, SEAL } from '../../support/fixtures/builders.ts';
import type { Staff } from './guess-names.ts';

const ASKERS = 9;

/** Nine colleagues who ask one agent without their names; all that the agent's chat, ids and messages show; what is known. */
export const anonymousOffice = async (): Promise<{
  setup: TestBot;
  staff: Staff[];
  seen: string;
  context: string[];
}> => {
  const agent = anAgent('agent', { agent: aProfile({ capacity: 2 * ASKERS }) });
  const colleagues = Array.from({ length: ASKERS }, (_, nth) =>
    aPerson(idByEmail(`kollega${nth}@kommune.dk`, SEAL), {
      name: `Kollega Nummer${nth}`,
      email: `kollega${nth}@kommune.dk`,
    }),
  );
  const setup = await openTestBot([...colleagues, agent]);
  for (const [nth, from] of colleagues.entries()) {
    await setup.bot.hear({ id: `event ${nth}`, from, text: `Naboerne vil have en bænk på hjørnet nummer ${nth}` });
    await setup.sender.flush();
    await pressNewest(setup, from, 'submit-dilemma', { anonymous: 'yes' });
    await setup.sender.flush();
    await pressNewest(setup, agent, 'accept-case');
    await setup.sender.flush();
  }
  const ids = (await setup.store.cases.heldBy(agent._id)).map(({ _id }) => _id);
  const deliveries = await setup.database.collection<{ _id: string; to: string }>('deliveries', []);
  const own = (await deliveries.find({ to: agent._id })).map(({ _id }) => _id);
  const seen = JSON.stringify([setup.chatOf(agent), ids, own, setup.store.seal('x')]);
  const context = colleagues.flatMap((_, nth) => [`event ${nth}`, String(nth), '2026-W48', `n.2026-W48`]);
  const staff = colleagues.map(({ name, email, _id }) => ({ name, email: email ?? '', id: _id }));
  return { setup, staff, seen, context };
};
