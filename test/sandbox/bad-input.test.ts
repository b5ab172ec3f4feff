import assert from 'node:assert/strict';
import { assertRefused, assertUnchanged } from '../support/assertions/assert-refused.ts';
import { ANSWER, askAndOffer, DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import { rawRequest } from '../support/processes/raw-request.ts';
import { actionsOf, pressOf } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

/**
 * Any input gets a clear sentence or a status; nothing is lost or changed, and nothing is a 500
 * (docs/rules.md, "The sandbox's API").
 */

/** `String.isWellFormed`, which the compiler's types lack. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('the sandbox, given invalid input,', function () {
  this.timeout(120_000);
  const { inConversation, inSandbox } = useSharedSandbox();

  it('answers every line with one friendly message, and makes drafts of dilemmas only', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      const lines = [
        '',
        ' ',
        'x',
        '?',
        '🎉',
        '🎉🎉👍🏽🇩🇰',
        '\u0000',
        '\ud800',
        '\n\n',
        'x'.repeat(20_000),
        'ord '.repeat(5_000),
        '<br>',
        'sag 99999',
      ];
      for (const line of lines) {
        const before = (await sandbox.messages(asker)).at(-1)?.seq ?? 0;
        await sandbox.say(asker, line);
        const news = await sandbox.messages(asker, before);
        assert.deepEqual(
          news.map(({ from }) => from),
          ['me', 'bot'],
          JSON.stringify(line.slice(0, 20)),
        );
        assert.ok((news[1]?.text.length ?? 0) > 10);
        assert.deepEqual(
          actionsOf(news[1]?.card).filter(({ verb }) => verb === 'submit-dilemma'),
          [],
          JSON.stringify(line.slice(0, 20)),
        );
      }
    }));

  it('keeps markup and mentions as plain text', () =>
    inSandbox(async (sandbox) => {
      const lines = [
        '<at>everyone</at> hvordan får jeg naboerne med på idéen om en park?',
        '<img src=x onerror=alert(1)> hvordan får jeg naboerne med på idéen?',
        '[klik her](javascript:alert(1)) hvordan får jeg naboerne med på idéen?',
        '<!channel> <@U123> hvordan får jeg naboerne med på idéen?',
        '{{DATE(2026-11-24)}} %{7*7} hvordan får jeg naboerne med på idéen?',
      ];
      for (const line of lines) {
        // Lines of one person that follow each other would join.
        const asker = await sandbox.addPerson({ name: '<b>Alma</b>', unit: '<script>' });
        await sandbox.say(asker, line);
        const [own, preview] = (await sandbox.messages(asker)).slice(-2);
        assert.equal(own?.text, line);
        assert.ok(preview?.text.includes('naboerne med på idéen'), preview?.text);
        assert.ok(preview && actionsOf(preview.card).some(({ verb }) => verb === 'submit-dilemma'));
        await sandbox.advance('PT11M');
      }
    }));

  it('accepts 4,000 characters and asks the person to shorten 4,001', () =>
    inConversation(async (sandbox, { asker, agent }) => {
      const long = (most: number) =>
        'et ord '
          .repeat(1000)
          .slice(0, most - 1)
          .concat('.');
      await sandbox.say(asker, long(4_000));
      assert.notEqual(await sandbox.find(asker, 'send-to-case'), null);
      const other = await sandbox.addPerson({ name: 'Mads Spørger', unit: 'Skole' });
      await sandbox.say(other, long(4_001));
      assert.equal(await sandbox.find(other, 'submit-dilemma'), null);
      const button = await sandbox.button(agent, 'ask-back');
      assertRefused(
        await sandbox.call('POST', '/sandbox/actions', pressOf(button, { text: long(4_001) })),
        [409],
        'too long',
      );
      await sandbox.press(pressOf(button, { text: long(4_000) }));
    }));

  it('refuses another person’s card, a forged case and a forged message', () =>
    inConversation(async (sandbox, { asker, agent, id, offer }) => {
      const stranger = await sandbox.addPerson({ name: 'Mads Fremmed', unit: 'Skole' });
      await sandbox.say(stranger, DILEMMA);
      const own = await sandbox.button(stranger, 'submit-dilemma');
      await assertUnchanged(sandbox, async () => {
        assertRefused(
          await sandbox.call('POST', '/sandbox/actions', { ...pressOf(offer), person: stranger }),
          [404],
          'another’s message',
        );
        assertRefused(
          await sandbox.call('POST', '/sandbox/actions', { ...pressOf(own), person: agent }),
          [404],
          'another’s draft',
        );
        for (const forged of [id, 'd-none', '__proto__', 'constructor', '*', '$ne', 'd'.repeat(80)]) {
          for (const verb of ['reply', 'withdraw-case', 'show-case', 'accept-case', 'rate-answer', 'reveal-me']) {
            const data = { case: forged, text: 'Lad mig se.', helpful: 'yes' };
            const answer = await sandbox.call('POST', '/sandbox/actions', { ...pressOf(own), verb, data });
            assertRefused(answer, [404, 409], `${verb} ${forged}`);
          }
        }
        const theirs = { ...pressOf(own), verb: 'send-to-case', data: { draft: own.action.data.draft, case: id } };
        assertRefused(
          await sandbox.call('POST', '/sandbox/actions', theirs),
          [404, 409],
          'a draft into another’s case',
        );
        const ownLine = (await sandbox.messages(stranger)).find(({ from }) => from === 'me');
        assertRefused(
          await sandbox.call('POST', '/sandbox/actions', { ...pressOf(own), message: ownLine?.id }),
          [404],
          'a press on one’s own line',
        );
      });
      await sandbox.press(pressOf(own, { anonymous: 'no' }));
      assert.ok(!(await sandbox.read(asker)).includes('Lad mig se.'));
    }));

  it('lets nobody press the other side’s buttons', () =>
    inConversation(async (sandbox, { asker, agent, id }) => {
      const askerCard = await sandbox.button(asker, 'reply');
      const agentCard = await sandbox.button(agent, 'ask-back');
      await assertUnchanged(sandbox, async () => {
        for (const [card, verb, fields] of [
          [askerCard, 'answer-case', ANSWER],
          [askerCard, 'accept-case', {}],
          [askerCard, 'decline-case', { reason: 'too-close' }],
          [askerCard, 'ask-back', { text: 'Hvad nu?' }],
          [agentCard, 'rate-answer', { helpful: 'yes' }],
          [agentCard, 'withdraw-case', {}],
          [agentCard, 'reopen-case', { text: 'Igen.' }],
          [agentCard, 'share-with-all', { share: 'yes' }],
          [agentCard, 'reveal-me', {}],
          [agentCard, 'thank', { text: 'Tak.' }],
        ] as const) {
          const answer = await sandbox.call('POST', '/sandbox/actions', {
            ...pressOf(card),
            verb,
            data: { case: id, ...fields },
          });
          assertRefused(answer, [409], verb);
        }
      });
    }));

  it('treats blank text as missing', () =>
    inConversation(async (sandbox, { agent }) => {
      const button = await sandbox.button(agent, 'ask-back');
      await assertUnchanged(sandbox, async () => {
        for (const nothing of ['', ' ', '\n\t', '\u0000']) {
          assertRefused(
            await sandbox.call('POST', '/sandbox/actions', pressOf(button, { text: nothing })),
            [409],
            JSON.stringify(nothing),
          );
        }
      });
    }));

  it('stores lone surrogates and NUL in a form that every store accepts', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Al\u0000ma \ud83d', unit: 'Skole\udc00' });
      assert.ok(isWellFormed((await sandbox.people()).find(({ id }) => id === asker)?.name ?? '\ud800'));
      await sandbox.say(asker, `${DILEMMA} \ud83c\udf89 \ud800 \udc00\ud800 \u0000 slut`);
      await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'no' });
      const all = await sandbox.read(asker);
      assert.ok(isWellFormed(all) && !all.includes('\u0000') && all.includes('🎉'), all);
    }));

  it('is safe from prototype pollution', () =>
    inConversation(async (sandbox, { asker, id }, url) => {
      const post = (path: string, body: string) =>
        rawRequest(url, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
      const card = await sandbox.button(asker, 'reply');
      const polluted = '{"isAdmin":true,"text":"fra prototypen","roles":["admin"],"kind":"case"}';
      await assertUnchanged(sandbox, async () => {
        const data = `{"case":"${id}","__proto__":${polluted},"reply.__proto__":${polluted},"constructor":{"prototype":${polluted}}}`;
        const body = `{"person":"${asker}","message":"${card.message.id}","verb":"reply","data":${data},"__proto__":${polluted}}`;
        assertRefused(await post('/sandbox/actions', body), [400, 409], 'text from a prototype');
        assertRefused(
          await post('/sandbox/messages', `{"__proto__":{"person":"${asker}","text":"hej"}}`),
          [400],
          'a body from a prototype',
        );
        assertRefused(
          await post('/sandbox/people', `{"__proto__":{"name":"Eva","unit":"Skole"}}`),
          [400],
          'a person from a prototype',
        );
      });
      const nina = JSON.parse(
        (await post('/sandbox/people', `{"name":"Nina","unit":"Skole","__proto__":${polluted}}`)).text,
      ).id;
      assert.deepEqual((await sandbox.people()).find((person) => person.id === nina)?.roles, []);
    }));

  it('takes an object that says how long it is, or how it reads, for an object', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const card = await sandbox.button(asker, 'reply');
      const post = (field: string) => {
        const body = `{"person":"${asker}","message":"${card.message.id}","verb":"reply","data":{"case":${field}}}`;
        return rawRequest(url, { method: 'POST', path: '/sandbox/actions', headers: {}, body });
      };
      for (const field of [
        '{"length":{"toString":true}}',
        '{"le\\u006egth":{"valueOf":1,"to\\u0053tring":1}}',
        `{"length":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
        '{"length":[{"toString":null}]}',
      ])
        assertRefused(await post(field), [400], field.slice(0, 60));
    }));

  it('writes every refusal in the language of its reader', () =>
    inSandbox(async (sandbox) => {
      const { agent } = await askAndOffer(sandbox);
      const card = await sandbox.button(agent, 'accept-case');
      const sentence = async () => {
        const answer = await sandbox.call('POST', '/sandbox/actions', {
          ...pressOf(card),
          verb: 'rate-answer',
          data: { ...card.action.data, helpful: 'yes' },
        });
        assertRefused(answer, [409], 'rate-answer');
        return (answer.json as { error: { message: string } }).error.message;
      };
      const danish = await sentence();
      await sandbox.press({ ...pressOf(card), verb: 'set-language', data: { language: 'en' } });
      assert.notEqual(await sentence(), danish);
    }));
});
