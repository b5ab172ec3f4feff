/**
 * Whether two texts differ by at most one slip of the keyboard: a letter wrong, missing, doubled or too many, or two
 * neighbours swapped. (An optimal string alignment distance of at most one.)
 */
export const isOneLetterOff = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  const [left, otherLeft] = [end - start, otherEnd - start];
  if (left <= 1 && otherLeft <= 1) return true;
  const swapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return left === 2 && otherLeft === 2 && swapped;
};
