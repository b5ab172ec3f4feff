import { IANAZone } from 'luxon';
import { MINUTE } from './units.ts';

/** Since then clocks have been changed on quarters of an hour only, everywhere. */
const ORDERLY = Date.UTC(2000, 0, 1);
const QUARTER = 15 * MINUTE;
const MAX_KNOWN = 10_000;

/** A time zone that asks for each quarter of an hour once: asking is by far the slowest part of local time. */
class QuickZone extends IANAZone {
  readonly #known = new Map<number, number>();

  override offset(moment: number): number {
    if (!(moment >= ORDERLY)) return super.offset(moment);
    const quarter = Math.floor(moment / QUARTER);
    let offset = this.#known.get(quarter);
    if (offset === undefined) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      offset = super.offset(moment);
      this.#known.set(quarter, offset);
    }
    return offset;
  }
}

const zones = new Map<string, IANAZone>();

/** A time zone by its name, such as Europe/Copenhagen. What is no zone gives times that are invalid. */
export const zoneNamed = (name: string): IANAZone => {
  const zone = zones.get(name) ?? new QuickZone(name);
  zones.set(name, zone);
  return zone;
};
