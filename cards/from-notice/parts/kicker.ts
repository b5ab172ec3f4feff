import type { Speech } from '../../speech.ts';

/** "Sag 42 · Venter", and whether it is urgent. */
export const kicker = (number: number, standing: string, urgent: boolean, { t }: Speech): string =>
  `${t.labels.caseNumber(number)} · ${standing}${urgent ? ` · ${t.shared.urgent}` : ''}`;
