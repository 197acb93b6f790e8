import type { Option } from './ui/fields';

/** The time zones that the browser knows: `Europe/Paris`. */
export const timeZones = (): Option[] =>
  Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
