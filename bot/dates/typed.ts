import { Refusal, type RefusalCode } from '../refusal.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { readMoment, readTime } from './read-time.ts';
import type { IsoDate, IsoTime, Reading, Unread } from './reading.ts';

/** A date, time or both as somebody or a client wrote it in a field. It means nothing until it is read. */
abstract class TypedWhen<Value> {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  protected abstract valueIn(text: string, reading: Reading): Value | Unread;
  protected abstract readonly codes: Record<Unread, RefusalCode>;
  /** @param field the field's name, for the refusal. @throws Refusal when it cannot be read, or means two things */
  read(field: string, reading: Reading): Value {
    const value = this.valueIn(this.#text, reading);
    if (value === 'unreadable' || value === 'unclear') throw new Refusal(this.codes[value], null, field);
    return value;
  }
}

export class TypedDate extends TypedWhen<IsoDate> {
  protected readonly codes = { unreadable: 'date-unreadable', unclear: 'date-unclear' } as const;
  protected override valueIn(text: string, reading: Reading): IsoDate | Unread {
    return readDate(text, reading);
  }
}

export class TypedTime extends TypedWhen<IsoTime> {
  protected readonly codes = { unreadable: 'time-unreadable', unclear: 'time-unreadable' } as const;
  protected override valueIn(text: string, reading: Reading): IsoTime | Unread {
    return readTime(text, reading);
  }
}

export class TypedMoment extends TypedWhen<Date> {
  protected readonly codes = { unreadable: 'moment-unreadable', unclear: 'date-unclear' } as const;
  protected override valueIn(text: string, reading: Reading): Date | Unread {
    return readMoment(text, reading);
  }
}

/** How long something lasts; read in minutes. */
export class TypedDuration extends TypedWhen<number> {
  protected readonly codes = { unreadable: 'minutes-unreadable', unclear: 'minutes-unreadable' } as const;
  protected override valueIn(text: string): number | Unread {
    return readDuration(text);
  }
}

export type { TypedWhen };

type ReadValue<Value> = Value extends TypedDate
  ? IsoDate
  : Value extends TypedTime
    ? IsoTime
    : Value extends TypedMoment
      ? Date
      : Value extends TypedDuration
        ? number
        : Value;

/** Fields as they were decoded, with every date and time read. */
export type ReadFields<Fields> = Fields extends unknown ? { [Name in keyof Fields]: ReadValue<Fields[Name]> } : never;

/** Reads every date and time among the fields. @throws Refusal with the field that cannot be read */
export const readFields = <Fields extends object>(fields: Fields, reading: Reading): ReadFields<Fields> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof TypedWhen ? value.read(name, reading) : value,
    ]),
  ) as ReadFields<Fields>;
