/** The time zones that the browser knows, by the first part of their names; `kept` is among them in any case. */
export const timeZoneGroups = (
  kept: string | null
): readonly { readonly area: string; readonly zones: readonly string[] }[] => {
  const known = Intl.supportedValuesOf('timeZone');
  const zones = kept === null || known.includes(kept) ? known : [...known, kept].sort();
  const byArea = new Map<string, string[]>();
  for (const zone of zones) {
    const area = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC';
    byArea.set(area, [...(byArea.get(area) ?? []), zone]);
  }
  return [...byArea].map(([area, inArea]) => ({ area, zones: inArea }));
};

/** `America/Argentina/Buenos_Aires` as people read it: `Argentina – Buenos Aires`. */
export const zoneLabel = (zone: string): string =>
  zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('/', ' – ')
    .replaceAll('_', ' ');

/** `Europe/Paris` in a sentence: `Paris`. */
export const zoneName = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
