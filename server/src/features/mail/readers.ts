import type { Settings } from '../../../../contract';
import { isTimeZone, type Strapi } from '../../kernel';
import type { Payload } from './repository';

/** The time zone of whom a message is for, from what it refers to; null where nothing says it. */
type ZoneOfReader = (strapi: Strapi, payload: Payload) => Promise<string | null>;

let zoneOfReader: ZoneOfReader = () => Promise.resolve(null);

/** Called once, at register, by the feature that knows the readers. */
export const provideZoneOfReader = (given: ZoneOfReader): void => {
  zoneOfReader = given;
};

/** The first of these that there is; UTC where there is none, never the server's own. */
export const chooseZone = (...zones: (string | null)[]): string =>
  zones.find((zone): zone is string => zone !== null && isTimeZone(zone)) ?? 'UTC';

/** In which time zone a message is written: the reader's own, else the site's. */
export const zoneFor = async (strapi: Strapi, { timeZone }: Settings, payload: Payload): Promise<string> =>
  chooseZone(await zoneOfReader(strapi, payload), timeZone);
