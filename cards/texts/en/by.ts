/** English says "by 16:00 today" where a time alone is "today at 16:00". */
export const by = (when: string): string => `by ${when.replace(/^(today|tomorrow|yesterday) at (.+)$/u, '$2 $1')}`;
