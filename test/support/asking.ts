import type { Button, Json, NewPerson, Sandbox } from './sandbox.ts';

export const DILEMMA = 'Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen. Hvem skal jeg tale med?';

export type Asked = { asker: string; id: string; sent: Button };
export type Offered = Asked & { agent: string; offer: Button };

/** Writes a dilemma and presses Send on its preview. */
export const send = async (sandbox: Sandbox, asker: string, text = DILEMMA, filledIn: Json = {}): Promise<Asked> => {
  await sandbox.say(asker, text);
  const sent = await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'no', ...filledIn });
  return { asker, id: String(sent.action.data.draft), sent };
};

/** The one agent who holds the offer for a case now. */
export const offerOf = (sandbox: Sandbox, id: string, agents: readonly string[]): Promise<Button> =>
  sandbox.button(agents, 'accept-case', { case: id });

/** A new colleague asks, and an agent is asked to help. */
export const askSomebody = async (
  sandbox: Sandbox,
  person: Partial<NewPerson> = {},
  filledIn: Json = {},
): Promise<Offered> => {
  const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole', ...person });
  const asked = await send(sandbox, asker, DILEMMA, filledIn);
  const offer = await offerOf(sandbox, asked.id, await sandbox.agents());
  return { ...asked, agent: offer.person, offer };
};

/** … and the agent takes the case. */
export const askAndAccept = async (
  sandbox: Sandbox,
  person: Partial<NewPerson> = {},
  filledIn: Json = {},
): Promise<Offered> => {
  const offered = await askSomebody(sandbox, person, filledIn);
  await sandbox.pressNewest(offered.agent, 'accept-case');
  return offered;
};

export const ANSWER = {
  text: 'Inviter skaterne og driften ud på pladsen sammen.',
  outcome: 'advice',
  nextStep: 'Mødes på pladsen',
  nextStepDate: '2026-12-01',
} as const;

/** … and answers it. */
export const askAndAnswer = async (sandbox: Sandbox, person: Partial<NewPerson> = {}): Promise<Offered> => {
  const offered = await askAndAccept(sandbox, person);
  await sandbox.pressNewest(offered.agent, 'answer-case', ANSWER);
  return offered;
};
