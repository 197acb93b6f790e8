import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt of Node's own crypto, for a machine on which argon2's native part cannot be loaded. Parameters of OWASP's Password
 * Storage Cheat Sheet; the text is the PHC string format's, as passlib writes it.
 */
const parameters = { ln: 15, r: 8, p: 3 } as const;
const saltBytes = 16;
const keyBytes = 32;

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,64})\$([A-Za-z0-9+/]{43})$/;
const head = `$scrypt$ln=${parameters.ln},r=${parameters.r},p=${parameters.p}$`;

interface Cost {
  ln: number;
  r: number;
  p: number;
}

const derive = (password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** ln;
    scrypt(password, salt, keyBytes, { N, r, p, maxmem: 128 * N * r + 128 * r * p + 2 ** 20 }, (error, key) =>
      error ? reject(error) : resolve(key)
    );
  });

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

export const isScrypt = (digest: string): boolean => digest.startsWith('$scrypt$');

export const isFreshScrypt = (digest: string): boolean => digest.startsWith(head);

export const scryptDigest = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes);
  return `${head}${base64(salt)}$${base64(await derive(password, salt, parameters))}`;
};

/** Costs that are beyond ours are not worked out: they could only come from a row somebody forged. */
export const scryptMatches = async (password: string, digest: string): Promise<boolean> => {
  const [, ln, r, p, salt = '', key = ''] = form.exec(digest) ?? [];
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  if (!(cost.ln <= 17 && cost.r <= 8 && cost.p <= 4)) return false;
  const derived = await derive(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(derived, Buffer.from(key, 'base64'));
};
