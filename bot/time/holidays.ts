import Holidays from 'date-holidays';

/**
 * Whether a day (YYYY-MM-DD) is a Danish public holiday. Only those of type 'public': 1 May, Constitution Day and
 * Christmas Eve are observances, which a municipality closes by its own list. Store Bededag is none since 2024.
 */
export const createHolidays = (): ((date: string) => boolean) => {
  const calendar = new Holidays('DK', { types: ['public'] });
  const years = new Map<string, ReadonlySet<string>>();
  return (date) => {
    const year = date.slice(0, 4);
    const known = years.get(year);
    const days = known ?? new Set(calendar.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
    if (known === undefined) years.set(year, days);
    return days.has(date);
  };
};
