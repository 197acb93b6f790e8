import { newestForeignFile, now, type Strapi } from '../../kernel';
import { getSettings } from '../settings';
import { imageOrigin } from './headers';

/** How long an answer about the media library holds: it stands in front of each opening of the page. */
const libraryMilliseconds = 60_000;

interface Remembered {
  readonly origin: string | null;
  readonly until: number;
}
const remembered = new WeakMap<Strapi, Remembered>();

/**
 * Where the media library keeps its files, if not on the site itself. Providers do not say; the newest file does. A guest's
 * photo that lies elsewhere, from before the provider was changed, is not shown.
 */
const libraryOrigin = async (strapi: Strapi, now: number): Promise<string | null> => {
  const known = remembered.get(strapi);
  if (known !== undefined && known.until > now) return known.origin;
  const file = await newestForeignFile(strapi);
  const origin = imageOrigin(file?.url ?? null);
  remembered.set(strapi, { origin, until: now + libraryMilliseconds });
  return origin;
};

/** The other origins that the page may take images from: the logo's of the settings as they are now, and the media library's. */
export const imageOrigins = async (strapi: Strapi): Promise<string[]> => {
  const { brand } = await getSettings(strapi);
  const origins = [imageOrigin(brand.logoUrl), await libraryOrigin(strapi, now().getTime())];
  return [...new Set(origins.filter((origin) => origin !== null))];
};
