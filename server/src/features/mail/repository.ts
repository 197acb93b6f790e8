import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import {
  claimRows,
  clockOf,
  dueRows,
  endRows,
  inTransaction,
  knexOf,
  msFromNow,
  now,
  PLUGIN,
  queryOfTable,
  rows,
  settleRows,
  tableOf,
  waitingRows,
  type Claim,
  type LeasedTable,
  type Strapi,
} from '../../kernel';
import type { Backlog } from '../jobs';
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

/** The outbox, as a table whose rows are claimed. */
const outbox = (strapi: Strapi): LeasedTable => ({
  name: tableOf(strapi, UID),
  order: ['next_at', 'id'],
  leaseSeconds,
});

/**
 * Takes the messages that have been due for longest, at most `amount`, for this worker alone. Kinds that this instance does not
 * know (an older version beside a newer) stay.
 */
export const claimDue = async (
  strapi: Strapi,
  kinds: readonly string[],
  amount: number
): Promise<{ token: string; messages: MailMessage[] }> => {
  const known = (query: Knex.QueryBuilder) => query.where('attempts', '<', attemptsMax).whereIn('kind', [...kinds]);
  const { token, ids } = await claimRows(strapi, outbox(strapi), { amount, which: known });
  if (ids.length === 0) return { token, messages: [] };
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
export const finishClaimed = (strapi: Strapi, claim: Claim, finish: Finish): Promise<number> =>
  settleRows(strapi, outbox(strapi), claim, { ...changes(strapi, finish), updated_at: now() });

/** Ends what comes too late, and what took its instance down with it at each attempt. */
export const endOverdue = async (strapi: Strapi): Promise<void> => {
  const late = () => waitingRows(strapi, outbox(strapi)).whereRaw(`expires_at <= ${clockOf(strapi)}`);
  const hopeless = () => dueRows(strapi, outbox(strapi)).where('attempts', '>=', attemptsMax);
  await endRows(late, { status: 'expired', updated_at: now() });
  await endRows(hopeless, { status: 'failed', last_error: 'No attempt came to an end', updated_at: now() });
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

/** How many messages of each kind wait, and how many were given up. */
export const countBacklog = async (strapi: Strapi): Promise<Backlog[]> => {
  const only = (status: MailMessageStatus) => knexOf(strapi).raw('CASE WHEN status = ? THEN 1 END', [status]);
  const counted: { kind: string; waiting: number | string; failed: number | string }[] = await table(strapi)
    .whereIn('status', ['queued', 'failed'])
    .select('kind')
    .count({ waiting: only('queued'), failed: only('failed') })
    .groupBy('kind')
    .orderBy('kind');
  return counted.map(({ kind, waiting, failed }) => ({ kind, waiting: Number(waiting), failed: Number(failed) }));
};
