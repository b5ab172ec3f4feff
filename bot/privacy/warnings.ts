import type { Masked } from './mask.ts';
export type Warning = { kind: 'danger' | 'whistleblower' | 'harassment' | 'decision' | 'names' | 'masked-number' };
export type WarningWords = Record<string, readonly string[]>;
export const findWarning = (_text: string, _found: Masked['found'], _words: WarningWords): Warning | null => null;
