/** Compares names in Danish alphabetical order: æ, ø and å come last. */
export const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'da');
