import { IANAZone } from 'luxon';
import { MINUTE } from './units.ts';

/** Since then, clocks have changed only on quarter hours, everywhere. */
const QUARTER_HOURS_SINCE = Date.UTC(2000, 0, 1);
const QUARTER_HOUR = 15 * MINUTE;
const MAX_CACHED = 10_000;

/** A time zone that caches its offset per quarter hour: computing it is by far the slowest part of local time. */
class QuickZone extends IANAZone {
  readonly #known = new Map<number, number>();

  override offset(moment: number): number {
    if (!(moment >= QUARTER_HOURS_SINCE)) return super.offset(moment);
    const quarter = Math.floor(moment / QUARTER_HOUR);
    let offset = this.#known.get(quarter);
    if (offset === undefined) {
      if (this.#known.size >= MAX_CACHED) this.#known.clear();
      offset = super.offset(moment);
      this.#known.set(quarter, offset);
    }
    return offset;
  }
}

const zones = new Map<string, IANAZone>();

/** A time zone by name, such as Europe/Copenhagen. An unknown name gives invalid times. */
export const zoneNamed = (name: string): IANAZone => {
  const zone = zones.get(name) ?? new QuickZone(name);
  zones.set(name, zone);
  return zone;
};
