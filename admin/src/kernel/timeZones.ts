import type { Named } from './LookUp';

/** The time zones that the browser knows: `Europe/Paris`. */
export const timeZones = (): Named[] =>
  Intl.supportedValuesOf('timeZone').map((zone) => ({ code: zone, name: zone.replaceAll('_', ' ') }));
