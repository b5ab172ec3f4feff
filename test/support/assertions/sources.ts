import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A source file; its path starts at the root and has forward slashes. */
export type Source = { path: string; code: string };

export const readSources = (folder: string): Source[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => ({ path, code: readFileSync(ROOT + path, 'utf8') }));

/** The code without its comments; quoted strings stay. */
export const withoutComments = (code: string): string =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (_all, quoted?: string) => quoted ?? ' ',
  );

const IMPORTS = [
  /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\b(?:import|require|resolve)\(\s*['"]([^'"]+)['"]/g,
  /\bcreateRequire\([^)]*\)(?:\.resolve)?\(\s*['"]([^'"]+)['"]/g,
];

/** What a file imports: our files by their path from the root, packages and Node modules by name. */
export const importsOf = ({ path, code }: Source): string[] => {
  const bare = withoutComments(code);
  const names = IMPORTS.flatMap((pattern) => [...bare.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(names)].map((name) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : packageOf(name),
  );
};

/** What a file imports eagerly and at run time: no types and no dynamic imports. */
export const valueImportsOf = ({ path, code }: Source): string[] => {
  const bare = withoutComments(code)
    .replace(/\b(?:import|export)\s+type\b[^;]*;/g, '')
    .replace(/\bimport\s*\{(?:\s*type\s+\w+\s*,?)+\s*\}\s*from[^;]*;/g, '')
    .replace(/\bimport\(/g, 'later(');
  return importsOf({ path, code: bare });
};

const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
