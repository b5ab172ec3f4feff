/** Maximum characters in one field. Slack takes 3,000 in an input. */
export const MAX = { text: 3000, line: 300, place: 200 } as const;
