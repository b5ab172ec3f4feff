/** Sorts what has a name as a Danish reader looks it up: æ, ø and å come last. */
export const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'da');
