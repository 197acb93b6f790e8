const two = (number: number): string => String(number).padStart(2, '0');

/** A day as a date field has it, in the reader's own time zone. */
const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The end of a day in the reader's own time zone, as an instant; null for none, and for what is no day. */
export const endOf = (day: string | null): string | null => {
  const [year, month, date] =
    /^(\d{4})-(\d{2})-(\d{2})$/
      .exec(day ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date, 23, 59, 59);
  return dayOf(end) === day ? end.toISOString() : null;
};

/** The day on which something ends; null where it does not, or has ended: a new key would be dead at once. */
export const lastDayOf = (expiresAt: string | null, now: Date): string | null =>
  expiresAt === null || new Date(expiresAt) <= now ? null : dayOf(new Date(expiresAt));

/** The first day that may be chosen. */
export const today = (now: Date): string => dayOf(now);
