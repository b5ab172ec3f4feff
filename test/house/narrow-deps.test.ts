import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { readSources, type Source, withoutComments } from '../support/assertions/sources.ts';

/** All that a capability needs of the world, and the room whose `deps.ts` says so. */
type Slice = { name: string; room: string };

const slicesIn = (sources: readonly Source[]): Slice[] =>
  sources
    .filter(({ path }) => posix.basename(path) === 'deps.ts')
    .flatMap(({ path, code }) =>
      [...code.matchAll(/^export type (\w*Deps)\b/gm)].map(([, name = '']) => ({ name, room: posix.dirname(path) })),
    );

const statementsOf = (code: string): string[] => code.split(/\n(?=(?:export|const|type|interface|function|class)\b)/);

/** A capability's own entrance: the function `press…` in its room's `press-….ts`. */
const isEntrance = (path: string, statement: string, { room }: Slice): boolean =>
  path.startsWith(`${room}/`) &&
  posix.basename(path).startsWith('press-') &&
  /^export const press[A-Z]\w* =/.test(statement);

/** Where a file names a whole slice, instead of picking from it what it uses. */
const wholesIn = ({ path, code }: Source, slices: readonly Slice[]): string[] => {
  if (posix.basename(path) === 'deps.ts' || path.startsWith('bot/conversation/')) return [];
  const bare = withoutComments(code).replace(/\bimport\b[^;]*;/g, '');
  return slices.flatMap((slice) =>
    statementsOf(bare)
      .filter((statement) => !isEntrance(path, statement, slice))
      .flatMap((statement) => [...statement.matchAll(new RegExp(`(?<!Pick<\\s*)\\b${slice.name}\\b(?!\\[)`, 'g'))])
      .map(() => `${path} takes all of ${slice.name}`),
  );
};

const SOURCES = ['bot', 'jobs'].flatMap(readSources);
const SLICES = slicesIn(SOURCES);

describe('what a function takes of the world', () => {
  it('is known for every capability', () => {
    assert.ok(SLICES.length > 7, String(SLICES.length));
    assert.ok(SLICES.some(({ name, room }) => name === 'Deps' && room === 'bot'));
  });

  it('is what it uses or hands on: a whole slice only for the entrance of its room', () => {
    assert.deepEqual(
      SOURCES.flatMap((source) => wholesIn(source, SLICES)),
      [],
    );
  });

  for (const [path, code, name] of [
    ['bot/cases/x.ts', 'export const f = (c: Case, deps: CaseDeps) => deps;', 'CaseDeps'],
    ['bot/cases/x.ts', 'const f = async (\n  c: Case,\n  { people, cases }: CaseDeps,\n) => c;', 'CaseDeps'],
    ['bot/cases/x.ts', 'type StepDeps = CaseDeps & { more: true };', 'CaseDeps'],
    ['bot/cases/x.ts', 'type Pressing = { c: Case; deps: CaseDeps };', 'CaseDeps'],
    ['bot/cases/x.ts', "type Rest = Omit<CaseDeps, 'cases'>;", 'CaseDeps'],
    ['bot/cases/change-case.ts', 'export const pressCase = (deps: CaseDeps) => deps;', 'CaseDeps'],
    ['bot/cases/press-case.ts', 'export const changeCase = (deps: CaseDeps) => deps;', 'CaseDeps'],
    ['bot/cases/press-case.ts', 'export const pressCase = () => f;\n\nconst f = (deps: CaseDeps) => deps;', 'CaseDeps'],
    ['bot/nudges/press-nudge.ts', 'export const pressNudge = (deps: CaseDeps) => deps;', 'CaseDeps'],
    ['jobs/x.ts', 'export const offers = (deps: CaseDeps) => deps;', 'CaseDeps'],
    ['jobs/x.ts', 'export const offers = (deps: Deps) => deps;', 'Deps'],
  ] as const) {
    it(`is too much in ${path}: ${code.replace(/\s+/g, ' ')}`, () => {
      assert.deepEqual(wholesIn({ path, code }, SLICES), [`${path} takes all of ${name}`]);
    });
  }

  it('may be picked, named once, and handed whole to the entrance and the conversation', () => {
    const picked = [
      "import type { CaseDeps } from './deps.ts';",
      "export type StepDeps = Pick<CaseDeps, 'cases' | 'people'>;",
      "const f = ({ cases }: Pick<\n  CaseDeps,\n  'cases'\n>, lines: WeakMap<CaseDeps['cases'], string>) => lines.get(cases);",
      '// takes CaseDeps',
    ].join('\n');
    assert.deepEqual(wholesIn({ path: 'bot/cases/x.ts', code: picked }, SLICES), []);
    const pressed = 'export const pressCase = async (\n  c: Case,\n  deps: CaseDeps,\n): Promise<void> => f(c, deps);';
    assert.deepEqual(wholesIn({ path: 'bot/cases/press-case.ts', code: pressed }, SLICES), []);
    const heard = { path: 'bot/conversation/hear.ts', code: 'export const hear = (deps: Deps) => deps;' };
    assert.deepEqual(wholesIn(heard, SLICES), []);
  });
});
