/** Whether ddmmyy is a date in any century: 29 February is valid when the year could be a leap year. */
export const isDate = (digits: string): boolean => {
  const [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
};

/**
 * Whether this is a replacement number: people without a CPR number get one with 6 added to the first digit
 * (https://www.cpr.dk/cpr-systemet/erstatningspersonnummer-i-eksterne-systemer).
 */
export const isReplacement = (digits: string): boolean => {
  const first = Number(digits[0]) - 6;
  return first >= 0 && isDate(first + digits.slice(1));
};

/**
 * Whether ten digits are more likely a date of these years and what follows it: a time, or a year. A CPR number with
 * such a year belongs to a baby, whose seventh digit is 4 or more, or to somebody over ninety
 * (https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret).
 */
export const isDateAndTime = (digits: string): boolean =>
  isNearYear(digits) && /^(?:(?:0[6-9]|1\d|2[0-3])(?:00|15|30|45)|20[23]\d)$/.test(digits.slice(6));

/** Whether ddmmyy is from 2020 to 2039, if it is of this century. */
export const isNearYear = (digits: string): boolean => /^\d{4}[23]/.test(digits);

/** yyyymmdd in this century, as in file names and calendars. */
export const isSortedDate = (digits: string): boolean =>
  /^20[0-3]\d{5}$/.test(digits) && isDate(digits.slice(6) + digits.slice(4, 6) + digits.slice(2, 4));

/** ddmmyyyy in the last century or this one. */
export const isLongDate = (digits: string): boolean =>
  /^\d{4}(?:18|19|20)\d\d$/.test(digits) && isDate(digits.slice(0, 4) + digits.slice(6));
