import assert from 'node:assert/strict';
import { actionsOf, pressOf, type Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

/** What people type to Sammen itself, over HTTP, in the real program (docs/rules.md, "Words in chat"). */
describe('words in the chat of the sandbox', function () {
  this.timeout(120_000);
  const { inSandbox } = useSharedSandbox();

  const answerTo = async (sandbox: Sandbox, person: string, text: string): Promise<string> => {
    await sandbox.say(person, text);
    const newest = (await sandbox.messages(person)).findLast(({ from }) => from === 'bot');
    return newest?.text ?? assert.fail('Sammen said nothing');
  };

  it('are answered, and none becomes a draft', () =>
    inSandbox(async (sandbox) => {
      const alma = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      const answers: Readonly<Record<string, RegExp>> = {
        'Hej Sammen': /^Hej Alma/u,
        'Mange tak for hjælpen 🙏': /^Selv tak/u,
        'God weekend til dig også': /^I lige måde/u,
        '👍': /^Godt at høre/u,
        'Hvor er min sag?': /ingen sager/u,
        'Kan du vise mine sagre, tak': /ingen sager/u,
        hjlæp: /^Sådan kan jeg hjælpe/u,
        'Hvordan virker det her?': /^Sådan kan jeg hjælpe/u,
        'Hvem kan hjælpe mig?': /sparringsagent/iu,
        rapport: /^Rapporten er for HR/u,
        'næste uge': /HR og administratorer/u,
        fravær: /fravær/u,
        sotp: /^Mente du "stop"\?/u,
        'slet mine data': /^Skal jeg glemme dig\?/u,
        'Stop med at skrive til mig': /^Du får ingen skub[\s\S]*Jeg skriver stadig/u,
        'in English please': /^I write/u,
        'skift til dansk': /^Jeg skriver/u,
      };
      for (const [text, expected] of Object.entries(answers))
        assert.match(await answerTo(sandbox, alma, text), expected, text);
      assert.equal(await sandbox.find(alma, 'submit-dilemma'), null);
    }));

  it('can be said with the buttons of the cards that tell of them', () =>
    inSandbox(async (sandbox) => {
      const bo = await sandbox.addPerson({ name: 'Bo Spørger', unit: 'Skole' });
      await sandbox.say(bo, 'hjælp');
      const help = (await sandbox.messages(bo)).at(-1);
      const words = actionsOf(help?.card ?? null).map(({ verb, data }) => [verb, data.word]);
      assert.ok(words.length > 3 && words.every(([verb]) => verb === 'say-word'));
      const mine = await sandbox.button(bo, 'say-word', { word: 'my-cases' });
      await sandbox.press(pressOf(mine));
      assert.match((await sandbox.messages(bo)).at(-1)?.text ?? '', /ingen sager/u);
    }));

  it('change nothing before a slip of the keyboard was asked about', () =>
    inSandbox(async (sandbox) => {
      const carl = await sandbox.addPerson({ name: 'Carl Spørger', unit: 'Skole' });
      await answerTo(sandbox, carl, 'stopp');
      const yes = await sandbox.button(carl, 'stop-nudges');
      await sandbox.press(pressOf(yes));
      assert.match((await sandbox.messages(carl)).at(-1)?.text ?? '', /^Du får ingen skub/u);
    }));

  it('are offered beside the draft when a text could be either, and nothing typed is lost', () =>
    inSandbox(async (sandbox) => {
      const ella = await sandbox.addPerson({ name: 'Else Spørger', unit: 'Skole' });
      assert.match(await answerTo(sandbox, ella, 'Kan du hjælpe mig?'), /^Er det et spørgsmål til mig\?/u);
      assert.equal(await sandbox.find(ella, 'submit-dilemma'), null);
      await sandbox.press(pressOf(await sandbox.button(ella, 'say-word', { word: 'help' })));
      assert.match((await sandbox.messages(ella)).at(-1)?.text ?? '', /^Sådan kan jeg hjælpe/u);
      await sandbox.press(pressOf(await sandbox.button(ella, 'new-dilemma')));
      const preview = await sandbox.button(ella, 'submit-dilemma');
      assert.ok(preview.message.text.includes('Kan du hjælpe mig?'));
    }));

  it('go on with a dilemma when they stand in front of one', () =>
    inSandbox(async (sandbox) => {
      const dorte = await sandbox.addPerson({ name: 'Dorte Spørger', unit: 'Skole' });
      await sandbox.say(dorte, 'Tak for sidst. Jeg har en borger, der ringer hver dag om den samme sag.');
      const preview = await sandbox.button(dorte, 'submit-dilemma');
      assert.ok(preview.message.text.includes('Tak for sidst'));
    }));
});
