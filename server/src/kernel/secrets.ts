import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const bodyLength = 30;
const checksumLength = 6;

/**
 * The kinds of secret we hand out. The prefix says which, so that one is never good at another's door and secret
 * scanners can know it.
 */
export const secretPrefixes = {
  key: 'gak_',
  session: 'gst_',
  preview: 'gpt_',
  /** A shareable invitation link (P3). */
  invitation: 'gil_',
  /** Proves an address: joining, a new address. */
  verification: 'gvt_',
  /** Lets a guest set a password: their first, or a new one. */
  reset: 'grt_',
} as const;
export type SecretKind = keyof typeof secretPrefixes;

const base62 = (value: number, length: number): string => {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62)) text = alphabet.charAt(rest % 62) + text;
  return text;
};

/** `length` base62 characters, each equally likely (bytes of 248 and more are thrown away). */
const randomBase62 = (length: number): string => {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += alphabet.charAt(byte % 62);
    }
  }
  return text;
};

const checksum = (text: string): string => base62(crc32(text), checksumLength);

/**
 * A new secret: prefix, 30 random base62 characters (178 bits), 6 base62 characters of CRC32 over both, the form of
 * GitHub's tokens. The checksum lets a typo be refused without a query.
 */
export const newSecret = (kind: SecretKind): string => {
  const text = secretPrefixes[kind] + randomBase62(bodyLength);
  return text + checksum(text);
};

/** Whether a text has the form and the checksum of a secret of this kind. */
export const isWellFormed = (kind: SecretKind, text: string): boolean => {
  const prefix = secretPrefixes[kind];
  if (text.length !== prefix.length + bodyLength + checksumLength || !text.startsWith(prefix)) return false;
  const body = text.slice(0, -checksumLength);
  return text.slice(-checksumLength) === checksum(body);
};

/** Stores a secret: HMAC-SHA-256 under the plugin's own key, in hex. A dump of the database alone lets nobody in. */
export const digest = (pepper: Buffer, secret: string): string =>
  createHmac('sha256', pepper).update(secret).digest('hex');

/** The key of the digests, derived from the configured secret, so that no other use of that secret shares it. */
export const derivePepper = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'strapi-plugin-guest-access', 'digest-v1', 32));
