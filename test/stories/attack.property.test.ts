import assert from 'node:assert/strict';
import fc from 'fast-check';
import { caseId } from '../../bot/ids.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import { namesSomebody, ownWordsCleaned, withoutNames } from '../../bot/stories/clean-words.ts';
import { proposalText } from '../../bot/stories/proposal-text.ts';
import { AGENT, ASKER, aCase, mask, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const { warningWords } = content;

/** What may lead to somebody, as people write it: written down here, not taken from what looks for it. */
const PEOPLE = [
  'Bent Jensen',
  'Aase Marie Thorup',
  'Fatima El-Sayed',
  'Jørgen',
  'Yıldız Kaya',
  'Niels-Peter',
  'Hr. Brandstrup',
  'fru Winkelhorn',
  'Oluf Bang Mortensen',
  'Zsófia Nagy',
  'Nguyen Van Minh',
  'O’Connor',
  'Ønskild',
  'Karl-Åge Vad',
] as const;
const PLACES = [
  'Søvej 14',
  'Nørregade 3, 2. tv.',
  'Plejecenter Egebo',
  'Åkirkeby',
  'Bakkehuset',
  'Gl. Kongevej 7',
] as const;
const NUMBERS = ['010190-1234', '22 34 56 78', '+45 22345678', 'bent@example.dk', '010190 1234'] as const;
/** Where in a sentence somebody stands. */
const AROUND = [
  (who: string) => `Vi talte med ${who} om bænken.`,
  (who: string) => `Om bænken ringede ${who} og var vred.`,
  (who: string) => `Det var naboen, ${who}, der spurgte.`,
  (who: string) => `Vi gik derud, men ${who} var der ikke.`,
  (who: string) => `Naboerne (og ${who}) vil have en bænk; den skal stå dér.`,
] as const;
const PLAIN = [
  'Naboerne vil have en bænk.',
  'Spørg dem først.',
  'Vi gik derud og så efter.',
  'Det hjalp at vente.',
] as const;

/** A text with some of these in it, and what of them must not be read. */
const anAttack = fc
  .array(
    fc.tuple(fc.constantFrom(...AROUND), fc.constantFrom(...PEOPLE, ...PLACES, ...NUMBERS), fc.constantFrom(...PLAIN)),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => ({
    text: parts.map(([around, who, plain]) => `${around(who)} ${plain}`).join(' '),
    secrets: parts.map(([, who]) => who),
  }));

/** The telling parts: "Bent", "Jensen", "Søvej"; titles, numbers of a floor and the like tell nobody. */
const tellingIn = (secret: string): string[] =>
  NUMBERS.some((number) => number === secret)
    ? [secret]
    : secret.split(/[\s,]+/u).filter((part) => /^\p{Lu}/u.test(part) && part.length > 3 && part !== 'Plejecenter');

const people = [
  { name: 'Mette Krogh', unit: 'Park og Vej', phone: null },
  { name: 'Karen Skov', unit: 'Biblioteket', phone: null },
];
const leaksIn = (text: string, secrets: readonly string[]) =>
  [...secrets.flatMap(tellingIn), 'Mette', 'Krogh', 'Park og Vej', 'Karen', 'Biblioteket'].filter((part) =>
    text.includes(part),
  );

describe('an attacker who looks at a published story', () => {
  it('finds nobody in a proposal, wherever they stood in the case', () => {
    fc.assert(
      fc.property(anAttack, anAttack, anAttack, (dilemma, answer, learned) => {
        const turn = (kind: 'answer' | 'learned', who: typeof ASKER, text: string) =>
          ({ by: who === ASKER ? 'asker' : 'agent', who, at: TUESDAY, kind, text: mask(text).text }) as const;
        const c = {
          ...aCase('answered'),
          _id: caseId('c-attacked'),
          text: mask(`Jeg hedder Mette Krogh. ${dilemma.text}`).text,
          turns: [
            turn('answer', AGENT, `${answer.text} Hilsen Karen Skov, Biblioteket`),
            turn('learned', ASKER, learned.text),
          ],
        };
        const text = proposalText(c, (part) => {
          const cleaned = withoutNames(part, people, 'da', warningWords);
          return namesSomebody(cleaned, warningWords) ? masked('') : cleaned;
        });
        const secrets = [...dilemma.secrets, ...answer.secrets, ...learned.secrets];
        assert.deepEqual(leaksIn(text, secrets), [], text);
        assert.deepEqual(mask(text), { text, found: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('finds no number, and neither of the two, in what the teller wrote instead', () => {
    fc.assert(
      fc.property(anAttack, ({ text: written, secrets }) => {
        const text: Masked = ownWordsCleaned(
          mask(`${written} Mette Krogh og Karen fra Biblioteket.`).text,
          people,
          'da',
          warningWords,
        );
        assert.equal(namesSomebody(text, warningWords), false, text);
        assert.deepEqual(
          leaksIn(
            text,
            secrets.filter((secret) => NUMBERS.some((number) => number === secret)),
          ),
          [],
          text,
        );
      }),
      { numRuns: 100 },
    );
  });
});
