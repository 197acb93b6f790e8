import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { pathTo } from '../../contract/routes';
import { guestWith, nobody, type Actor } from './actors';
import { as } from './as';
import { waitForMailTo } from './mail';
import { makeGuest, type GuestWish, type MadeGuest } from './make';

export interface PasswordGuest extends MadeGuest {
  documentId: string;
  email: string;
  login: string;
  password: string;
}

const GUEST = 'plugin::guest-access.guest';

const passwords = () => site.strapi.db.connection('guest_access_vault_passwords');

/** The stored digest of a guest's password, or undefined where they have none. */
export const storedDigest = async (documentId: string): Promise<string | undefined> => {
  const [row]: { digest: string }[] = await passwords().where({ guest: documentId }).select('digest');
  return row?.digest;
};

/** Changes a guest's password behind the product's back. */
export const changeStored = async (
  documentId: string,
  stored: { digest: string; temporary?: boolean } | null
): Promise<void> => {
  await passwords().where({ guest: documentId }).delete();
  if (stored) await passwords().insert({ temporary: false, ...stored, guest: documentId });
};

/** Changes a guest's row behind the product's back. */
export const changeGuest = async (documentId: string, data: object): Promise<void> => {
  await site.strapi.db.query(GUEST as 'admin::user').update({ where: { documentId }, data });
};

/** Gives a guest an address that they have proved to read. */
export const proveAddress = (documentId: string, email: string): Promise<void> =>
  changeGuest(documentId, { email, emailKey: email.toLowerCase(), emailProved: true });

/** The row of a guest, with what no endpoint shows. */
export const guestRow = async (documentId: string): Promise<Record<string, unknown>> => {
  const row: unknown = await site.strapi.db.query(GUEST as 'admin::user').findOne({ where: { documentId } });
  if (row === null) throw new Error('there is no such guest');
  return row as Record<string, unknown>;
};

/** A guest who can log in by an address, a login name and a password too. What is null they have not. */
export const makePasswordGuest = async ({
  password = 'neuf canards bleus',
  temporary = false,
  proved = false,
  email,
  ...wish
}: GuestWish & {
  password?: string;
  temporary?: boolean;
  proved?: boolean;
  email?: string | null;
} = {}): Promise<PasswordGuest> => {
  const guest = await makeGuest(wish);
  const name = randomUUID().slice(0, 8);
  const documentId = guest.access.guestId ?? '';
  const address = email === undefined ? `${name}@tests.example` : email;
  await changeGuest(documentId, {
    email: address,
    emailKey: address?.toLowerCase() ?? null,
    emailProved: proved && address !== null,
    login: `login-${name}`,
  });
  const digest = await hash(password, { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await changeStored(documentId, { digest, temporary });
  return { ...guest, documentId, email: address ?? '', login: `login-${name}`, password };
};

/** Asks for a session by password, wherever it is told to. */
export const tryPassword = (login: unknown, password: unknown) =>
  as(nobody).post(pathTo('LogInByPassword'), { login, password });

export const logInByPassword = async (login: string, password: string): Promise<{ token: string; actor: Actor }> => {
  const { body } = await tryPassword(login, password).expect(200);
  return { token: body.data.token, actor: guestWith(body.data.token) };
};

/** The secret in the link of the `amount`-th message to an address. */
export const secretMailedTo = async (address: string, prefix: 'grt_' | 'gvt_', amount = 1): Promise<string> => {
  const mails = await waitForMailTo(address, amount);
  const [secret] = new RegExp(`${prefix}[0-9A-Za-z]{36}`).exec(mails[amount - 1]?.text ?? '') ?? [];
  if (secret === undefined) throw new Error(`No link in: ${mails[amount - 1]?.text}`);
  return secret;
};
