import { randomBytes } from 'node:crypto';
import { pepperOf } from './config';
import { digest } from './secrets';
import { encryptionOf, type Strapi } from './strapi';

/** The form in which a secret, or what is not to stand in the database as it is, is kept and compared: hex, by the site's own key. */
export const keyedDigest = (strapi: Strapi, text: string): string => digest(pepperOf(strapi), text);

/** A secret as it is stored: found by its digest, and to be shown again only where it is encrypted too. */
export interface Sealed {
  readonly digest: string;
  /** Null where the site had no encryption key. */
  readonly encrypted: string | null;
}

export const seal = (strapi: Strapi, secret: string): Sealed => ({
  digest: keyedDigest(strapi, secret),
  encrypted: encryptionOf(strapi)?.encrypt(secret) ?? null,
});

export const canReveal = (strapi: Strapi, { encrypted }: Pick<Sealed, 'encrypted'>): boolean =>
  encrypted !== null && encryptionOf(strapi) !== null;

/** The secret once more; null where it is not kept, or the site's encryption key or secret is another one now. */
export const reveal = (strapi: Strapi, { digest: known, encrypted }: Sealed): string | null => {
  const secret = encrypted === null ? null : (encryptionOf(strapi)?.decrypt(encrypted) ?? null);
  return secret !== null && keyedDigest(strapi, secret) === known ? secret : null;
};

/** The documentId of a row that we write ourselves, in the length and the letters of Strapi's own. */
export const newDocumentId = (): string => randomBytes(12).toString('hex');
