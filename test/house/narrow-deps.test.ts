import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { readSources, type Source, withoutComments } from '../support/assertions/sources.ts';

/** The deps type of a capability, and the room whose `deps.ts` declares it. */
type DepsType = { name: string; room: string };

const depsTypesIn = (sources: readonly Source[]): DepsType[] =>
  sources
    .filter(({ path }) => posix.basename(path) === 'deps.ts')
    .flatMap(({ path, code }) =>
      [...code.matchAll(/^export type (\w*Deps)\b/gm)].map(([, name = '']) => ({ name, room: posix.dirname(path) })),
    );

const statementsOf = (code: string): string[] => code.split(/\n(?=(?:export|const|type|interface|function|class)\b)/);

/** A capability's entry point: the function `press…` in its room's `press-….ts`. */
const isEntryPoint = (path: string, statement: string, { room }: DepsType): boolean =>
  path.startsWith(`${room}/`) &&
  posix.basename(path).startsWith('press-') &&
  /^export const press[A-Z]\w* =/.test(statement);

/** Places where a file names a whole deps type instead of picking the deps it uses. */
const wholeDepsIn = ({ path, code }: Source, depsTypes: readonly DepsType[]): string[] => {
  if (posix.basename(path) === 'deps.ts' || path.startsWith('bot/conversation/')) return [];
  const bare = withoutComments(code).replace(/\bimport\b[^;]*;/g, '');
  return depsTypes.flatMap((depsType) =>
    statementsOf(bare)
      .filter((statement) => !isEntryPoint(path, statement, depsType))
      .flatMap((statement) => [...statement.matchAll(new RegExp(`(?<!Pick<\\s*)\\b${depsType.name}\\b(?!\\[)`, 'g'))])
      .map(() => `${path} takes all of ${depsType.name}`),
  );
};

const SOURCES = ['bot', 'jobs'].flatMap(readSources);
const DEPS_TYPES = depsTypesIn(SOURCES);

describe('the deps that a function takes', () => {
  it('are declared for every capability', () => {
    assert.ok(DEPS_TYPES.length > 7, String(DEPS_TYPES.length));
    assert.ok(DEPS_TYPES.some(({ name, room }) => name === 'Deps' && room === 'bot'));
  });

  it('are the ones it uses or passes on; only the entry point of a room takes the whole type', () => {
    assert.deepEqual(
      SOURCES.flatMap((source) => wholeDepsIn(source, DEPS_TYPES)),
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
    it(`are too many in ${path}: ${code.replace(/\s+/g, ' ')}`, () => {
      assert.deepEqual(wholeDepsIn({ path, code }, DEPS_TYPES), [`${path} takes all of ${name}`]);
    });
  }

  it('may be picked, and passed whole to an entry point and to the conversation', () => {
    const picked = [
      "import type { CaseDeps } from './deps.ts';",
      "export type StepDeps = Pick<CaseDeps, 'cases' | 'people'>;",
      "const f = ({ cases }: Pick<\n  CaseDeps,\n  'cases'\n>, lines: WeakMap<CaseDeps['cases'], string>) => lines.get(cases);",
      '// takes CaseDeps',
    ].join('\n');
    assert.deepEqual(wholeDepsIn({ path: 'bot/cases/x.ts', code: picked }, DEPS_TYPES), []);
    const pressed = 'export const pressCase = async (\n  c: Case,\n  deps: CaseDeps,\n): Promise<void> => f(c, deps);';
    assert.deepEqual(wholeDepsIn({ path: 'bot/cases/press-case.ts', code: pressed }, DEPS_TYPES), []);
    const heard = { path: 'bot/conversation/hear.ts', code: 'export const hear = (deps: Deps) => deps;' };
    assert.deepEqual(wholeDepsIn(heard, DEPS_TYPES), []);
  });
});
