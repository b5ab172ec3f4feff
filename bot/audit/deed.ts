/**
 * What the log of access keeps: every change with the rights of a role, and every look at what only few may see
 * (docs/rules.md, "Log of access").
 */
export const DEEDS = [
  'give-role',
  'take-role',
  'set-colleague-absence',
  'end-colleague-absence',
  'add-closed-day',
  'remove-closed-day',
  'mark-left',
  'bring-back',
  'forget-colleague',
  'swap-nudge',
  'cancel-nudge',
  'pause-run',
  'resume-run',
  'resend-run',
  'link',
  'unlink',
  'open-report',
  'export-report',
  'read-journal',
  'read-case',
  'read-examples',
  'own-data',
  'hold-case',
  'release-case',
  'look-for-words',
  'take-out',
  'backup',
  'restore',
] as const;
export type Deed = (typeof DEEDS)[number];
