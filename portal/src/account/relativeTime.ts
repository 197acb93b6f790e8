import type { Locale } from '../../../contract/constants';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago, in the largest unit that fits: "il y a 3 heures", "hier"; less than a minute is "maintenant". */
export const relativeTime = (at: Date, now: Date, locale: Locale): string => {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return words.format(unit === 'second' ? 0 : -Math.floor(seconds / length), unit);
};
