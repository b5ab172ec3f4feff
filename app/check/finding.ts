/** What one look found. `fail`: Sammen would not work, or not for somebody. `warn`: it works, and is worth a look. */
export type Finding = { about: string; state: 'ok' | 'warn' | 'fail'; says: string };

/** Findings about one thing. What is not ok says how to mend it. */
export const findingsAbout = (about: string) => ({
  ok: (says: string): Finding => ({ about, state: 'ok', says }),
  warn: (says: string): Finding => ({ about, state: 'warn', says }),
  fail: (says: string): Finding => ({ about, state: 'fail', says }),
});

/** Where and for how long `check` looks outside; a test gives addresses of its own. */
export type Reach = {
  /** Milliseconds until an unanswered question counts as lost. */
  timeout: number;
  /** Where Microsoft gives out tokens, without a slash at the end. */
  microsoftLogin: string;
  /** Called with the time that somebody else's answer bears. */
  onTime(whose: string, date: string | null): void;
};
