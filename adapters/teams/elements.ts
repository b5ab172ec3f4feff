type Span = { start: number; end: number };

/** Text without its elements of one name, with all that stands in them, of which the first tag fits. In linear time. */
export const withoutElements = (text: string, name: string, fits: (tag: string) => boolean): string => {
  const spans = elementsIn(text, name, fits);
  let left = '';
  let read = 0;
  for (const { start, end } of spans) {
    // An inner element ends before the outer one that was left out already.
    if (end <= read) continue;
    left += `${text.slice(read, start)} `;
    read = end;
  }
  return left + text.slice(read);
};

/** By where they start. A tag that nothing closes, or that closes nothing, stands for itself: what follows was written. */
const elementsIn = (text: string, name: string, fits: (tag: string) => boolean): Span[] => {
  const spans: (Span & { fits: boolean })[] = [];
  const open: (Span & { fits: boolean })[] = [];
  for (const { 0: tag, index: start } of text.matchAll(new RegExp(`</?${name}\\b[^<>]*>`, 'giu'))) {
    const end = start + tag.length;
    const opened = tag.startsWith('</') ? open.pop() : undefined;
    if (opened !== undefined) {
      opened.end = end;
      continue;
    }
    const span = { start, end, fits: fits(tag) };
    spans.push(span);
    if (!tag.startsWith('</') && !tag.endsWith('/>')) open.push(span);
  }
  return spans.filter((span) => span.fits);
};
