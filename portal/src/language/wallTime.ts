const partsByZone = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const kept = partsByZone.get(timeZone);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  });
  partsByZone.set(timeZone, format);
  return format;
};

/** Whether this browser knows a time zone by its IANA name. */
export const isKnownZone = (timeZone: string): boolean => {
  try {
    return formatOf(timeZone) !== undefined;
  } catch {
    return false;
  }
};

/** What the clocks of a time zone show at an instant, to the second: `2026-03-29T03:30:00`. */
const clockAt = (instant: number, timeZone: string): string => {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}`;
};

/** What the clocks of a time zone show at an instant, to the minute, as `<input type="datetime-local">` takes it. */
export const wallTime = (instant: Date, timeZone: string): string => clockAt(instant.getTime(), timeZone).slice(0, 16);

const dayMs = 24 * 3_600_000;

/**
 * The instants at which the clocks of a time zone show a time (`2026-03-29T02:30`): none where they are put forward past
 * it, two where they are put back over it, the earlier first.
 */
export const instantsAt = (wall: string, timeZone: string): Date[] => {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return [];
  const offsetAt = (instant: number) =>
    Date.parse(`${clockAt(instant, timeZone)}Z`) - Math.floor(instant / 1000) * 1000;
  const found = [asUtc - dayMs, asUtc + dayMs].map((near) => asUtc - offsetAt(near));
  return [...new Set(found)]
    .filter((instant) => clockAt(instant, timeZone).startsWith(wall))
    .sort((one, other) => one - other)
    .map((instant) => new Date(instant));
};
