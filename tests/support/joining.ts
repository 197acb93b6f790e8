import { randomUUID } from 'node:crypto';
import type { Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, nobody } from './actors';
import { as } from './as';
import { mailsTo, waitForMailTo, type Mail } from './mail';

/** An address that nobody has yet. */
export const newAddress = (domain = 'example.com'): string => `j-${randomUUID().slice(0, 12)}@${domain}`;

export const goodPassword = 'Chameau-violet-sous-la-pluie-7';

/** Runs some work with these settings of joining, and puts the old ones back. */
export const withJoining = async <T>(joining: object, work: () => Promise<T>): Promise<T> => {
  const admin = as(await administrator());
  const { settings }: { settings: Settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
  await admin.put(pathTo('SaveSettings'), { ...settings, joining: { ...settings.joining, ...joining } }).expect(200);
  try {
    return await work();
  } finally {
    await admin.put(pathTo('SaveSettings'), settings).expect(200);
  }
};

export const askToJoin = (email: unknown, more: object = {}) =>
  as(nobody).post(pathTo('Join'), { email, ...more } as object);

/** The secret in the newest mail of some that were sent to an address. */
export const secretIn = (mail: Mail | undefined): string => {
  const found = /#(g[a-z]{2}_[0-9A-Za-z]{36})/.exec(mail?.text ?? '')?.[1];
  if (found === undefined) throw new Error(`no link in ${mail?.subject ?? 'no mail'}`);
  return found;
};

/** As if the requests of an address were made a minute earlier: nearer to each other, two are one. */
export const aMinuteLater = async (email: string): Promise<void> => {
  const { connection } = site.strapi.db;
  await connection('guest_access_mail_messages')
    .where({ to_address: email })
    .update({ dedup_key: connection.raw('message_id') });
  await connection('guest_access_vault_join_requests').where({ address: email }).decrement('asked_at', 60_000);
};

/** Asks to join and waits for the mail; answers the secret of its link. */
export const proofOf = async (email: string, more: object = {}): Promise<string> => {
  const before = (await mailsTo(email)).length;
  await askToJoin(email, more).expect(202);
  return secretIn((await waitForMailTo(email, before + 1)).at(-1));
};

export const previewJoin = (token: unknown) => as(nobody).post(pathTo('PreviewJoin'), { token } as object);

export const confirmJoin = (token: unknown, more: object = {}) =>
  as(nobody).post(pathTo('ConfirmJoin'), {
    token,
    firstName: 'Alice',
    lastName: 'Arrivée',
    password: goodPassword,
    ...more,
  } as object);
