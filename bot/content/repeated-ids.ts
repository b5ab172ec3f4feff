/** The paths of ids that an earlier entry already has. */
export const repeatedIds = (entries: readonly { id: string }[]): [number, 'id'][] => {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index): [number, 'id'][] => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [[index, 'id']] : [];
  });
};
