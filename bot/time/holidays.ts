import Holidays from 'date-holidays';

/**
 * Creates a test for whether a day (YYYY-MM-DD) is a Danish public holiday. Only type 'public' counts: 1 May,
 * Constitution Day and Christmas Eve are observances, which a municipality puts in its own list. Store Bededag has not
 * been a holiday since 2024.
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
