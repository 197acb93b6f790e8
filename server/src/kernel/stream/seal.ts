import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { pepperOf } from '../config';
import type { Position } from '../log';
import type { Strapi } from '../strapi';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
/** The newest gaps: a header has its limits. */
const gapsMax = 20;

const keyOf = (strapi: Strapi): Buffer =>
  Buffer.from(hkdfSync('sha256', pepperOf(strapi), '', 'stream-position-v1', 32));

/** A position as the id of an event. Sealed: how fast the log grows says how much others do. */
export const sealPosition = (strapi: Strapi, { last, gaps }: Position): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(strapi), iv);
  const text = [last, ...[...gaps.keys()].slice(-gapsMax)].join();
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** The position of an id that was told; null where a text is none of ours. @param now for its gaps, by the caller's clock (ms) */
export const openPosition = (strapi: Strapi, id: string, now: number): Position | null => {
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv(algorithm, keyOf(strapi), bytes.subarray(0, ivBytes));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString();
    const [last = 0, ...gaps] = text.split(',').map(Number);
    return { last, gaps: new Map(gaps.map((gap) => [gap, now])) };
  } catch {
    return null;
  }
};
