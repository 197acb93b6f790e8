import { randomBytes } from 'node:crypto';
import {
  clockOf,
  inTransaction,
  knexOf,
  msFromNow,
  now,
  PLUGIN,
  queryOfTable,
  rows,
  tableOf,
  type Strapi,
} from '../../kernel';
import { attemptsMax, leaseSeconds } from './rules';
import { mailMessageStatuses, type MailMessageStatus } from './statuses';

const UID = `plugin::${PLUGIN}.mail-message`;

/** What a message is about, and nothing that is secret. */
export type Payload = Readonly<Record<string, string | number | boolean | null>>;

export interface MailMessage {
  id: number;
  documentId: string;
  kind: string;
  toAddress: string;
  language: string;
  payload: Payload | null;
  attempts: number;
  /** Who has it; of a message that is due, who died with it. */
  leaseToken: string | null;
  messageId: string;
  status: MailMessageStatus;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

export interface NewMessage {
  kind: string;
  toAddress: string;
  language: string;
  payload: Payload;
  dedupKey: string;
  about: { type: string; id: string } | null;
  /** Right side of the Message-ID. */
  host: string;
  expiresAt: Date | null;
}

export type Enqueued = 'created' | 'duplicate';

/** Messages that this worker alone may send until the lease ends. */
export interface Claim {
  token: string;
  messages: MailMessage[];
}

const table = (strapi: Strapi) => queryOfTable(strapi, tableOf(strapi, UID));

/**
 * Inserts a row in the running transaction, or leaves the row that has its dedup key already.
 * Strapi's own `create` would end a PostgreSQL transaction at the first duplicate.
 */
export const insert = async (strapi: Strapi, message: NewMessage): Promise<Enqueued> =>
  await inTransaction(strapi, async ({ trx }) => {
    const documentId = randomBytes(12).toString('hex');
    const at = now();
    await table(strapi)
      .insert({
        document_id: documentId,
        kind: message.kind,
        to_address: message.toAddress,
        language: message.language,
        payload: JSON.stringify(message.payload),
        dedup_key: message.dedupKey,
        about_type: message.about?.type ?? null,
        about_id: message.about?.id ?? null,
        status: 'queued',
        attempts: 0,
        next_at: msFromNow(strapi, 0),
        expires_at: message.expiresAt?.getTime() ?? null,
        message_id: `<${documentId}.${PLUGIN}@${message.host}>`,
        created_at: at,
        updated_at: at,
        published_at: at,
      })
      .onConflict('dedup_key')
      .merge({ dedup_key: message.dedupKey })
      .transacting(trx);
    const mine = await table(strapi).where({ document_id: documentId }).first('id').transacting(trx);
    return mine === undefined ? 'duplicate' : 'created';
  });

/** Rows that wait and that nobody is sending at the moment. */
const waiting = (strapi: Strapi) =>
  table(strapi)
    .where('status', 'queued')
    .whereRaw(`(lease_until IS NULL OR lease_until <= ${clockOf(strapi)})`);

const due = (strapi: Strapi) => waiting(strapi).whereRaw(`next_at <= ${clockOf(strapi)}`);

/** The messages that have been due for longest, as they are now, at most `amount`; nobody has them yet. */
const findDue = async (strapi: Strapi, kinds: readonly string[], amount: number): Promise<MailMessage[]> => {
  const known = due(strapi)
    .where('attempts', '<', attemptsMax)
    .whereIn('kind', [...kinds]);
  const chosen: { id: number }[] = await known.orderBy(['next_at', 'id']).limit(amount).select('id');
  const ids = chosen.map(({ id }) => id);
  const found = await rows<MailMessage>(strapi, UID).findMany({ where: { id: { $in: ids } } });
  const byId = new Map(found.map((message) => [message.id, message]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/**
 * Takes the messages that have been due for longest, at most `amount`, for this worker alone; an empty claim where nothing
 * is due. One conditional update, so that of several workers one wins each message; who gets none looks again. What
 * instances died with twice is taken alone: should it be at fault, nothing else is given up with it. Kinds that this
 * instance does not know (an older version beside a newer) stay.
 */
export const claimDue = async (strapi: Strapi, kinds: readonly string[], amount: number): Promise<Claim> => {
  const found = await findDue(strapi, kinds, amount);
  const token = randomBytes(12).toString('hex');
  if (found.length === 0) return { token, messages: [] };
  const suspect = found.findIndex(({ leaseToken, attempts }) => leaseToken !== null && attempts > 1);
  const wanted = suspect === -1 ? found : found.slice(0, Math.max(suspect, 1));
  const ids = wanted.map(({ id }) => id);
  const taken = await due(strapi)
    .whereIn('id', ids)
    .update({
      lease_until: msFromNow(strapi, leaseSeconds * 1000),
      lease_token: token,
      attempts: knexOf(strapi).raw('attempts + 1'),
    });
  if (taken === 0) return claimDue(strapi, kinds, amount);
  const mine = await rows<MailMessage>(strapi, UID).findMany({ where: { leaseToken: token } });
  return { token, messages: mine.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
};

export type Finish =
  | { status: 'sent' }
  | { status: 'cancelled' }
  | { status: 'failed'; reason: string }
  /** Another attempt after the delay. */
  | { status: 'queued'; reason: string; delayMs: number }
  /** Not attempted: the instance stops. */
  | { status: 'released' };

const changes = (strapi: Strapi, finish: Finish): Record<string, unknown> => {
  switch (finish.status) {
    case 'sent':
      return { status: 'sent', sent_at: now(), last_error: null };
    case 'cancelled':
      return { status: 'cancelled' };
    case 'failed':
      return { status: 'failed', last_error: finish.reason };
    case 'queued':
      return { next_at: msFromNow(strapi, finish.delayMs), last_error: finish.reason };
    case 'released':
      return { attempts: knexOf(strapi).raw('attempts - 1') };
  }
};

/**
 * Writes down what came of messages of a claim, the same for all of them.
 * @returns how many; fewer, where the lease had ended and another worker has some of them now
 */
export const finishClaimed = async (
  strapi: Strapi,
  token: string,
  ids: readonly number[],
  finish: Finish
): Promise<number> =>
  await table(strapi)
    .whereIn('id', [...ids])
    .where({ lease_token: token })
    .update({ ...changes(strapi, finish), lease_until: null, lease_token: null, updated_at: now() });

/** Ends what comes too late, and what took its instance down with it at each attempt. */
export const endOverdue = async (strapi: Strapi): Promise<void> => {
  const isLate = `expires_at <= ${clockOf(strapi)}`;
  const late = () => waiting(strapi).whereRaw(isLate);
  const hopeless = () => due(strapi).where('attempts', '>=', attemptsMax);
  await endAll(late, { status: 'expired' });
  await endAll(hopeless, { status: 'failed', last_error: 'No attempt came to an end' });
};

/**
 * Looks first, and then changes rows by their ids: an update over a range would lock the gaps of the index on MySQL, where
 * others are putting new messages at the same time.
 */
const endAll = async (overdue: () => ReturnType<typeof waiting>, changes: Record<string, unknown>): Promise<void> => {
  const found: { id: number }[] = await overdue().select('id');
  if (found.length === 0) return;
  await overdue()
    .whereIn(
      'id',
      found.map(({ id }) => id)
    )
    .update({ ...changes, lease_until: null, lease_token: null, updated_at: now() });
};

const ended = mailMessageStatuses.filter((status) => status !== 'queued');

/**
 * Deletes the messages that came to their end before an instant; what waits is kept, however long.
 * @returns how many
 */
export const deleteEnded = async (strapi: Strapi, before: Date): Promise<number> =>
  await table(strapi)
    .whereIn('status', ended)
    // A message ends after it fell due: along the index, only those that may be old enough are looked at.
    .where('next_at', '<', before.getTime())
    .where('updated_at', '<', before)
    .del();

export const findLastAbout = async (
  strapi: Strapi,
  aboutType: string,
  aboutId: string,
  kind: string
): Promise<MailMessage | null> => {
  const [last] = await rows<MailMessage>(strapi, UID).findMany({
    where: { aboutType, aboutId, kind },
    orderBy: { id: 'desc' },
    limit: 1,
  });
  return last ?? null;
};
