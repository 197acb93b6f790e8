import { inTransaction, parseAddress, siteUrl, transaction, type Strapi } from '../../kernel';
import type { Locale, MessageKind } from '../../../../contract';
import { findLastAbout, insert, type Enqueued, type Payload } from './repository';
import type { MailMessageStatus } from './statuses';
import { wake } from './worker';

export interface MessageRequest {
  kind: MessageKind;
  /** The stored address, in its canonical form. */
  to: string;
  locale: Locale;
  /** References for the handler of the kind (`registerMessage`); never a secret. */
  payload: Payload;
  /** What happened, `kind:whom:event`; of two messages with the same key one is sent. At most 255 characters. */
  dedupKey: string;
  /** The row that the message is about, for `lastMessageAbout`. */
  about?: { type: string; id: string };
  /** When it would be of no more use. */
  expiresAt?: Date;
}

/**
 * Puts a message into the outbox, in the running transaction: it is sent if that commits, and soon after.
 * @throws where the address is not in its canonical form, before anything is written.
 */
export const enqueue = async (strapi: Strapi, request: MessageRequest): Promise<Enqueued> => {
  const parsed = parseAddress(request.to);
  if (parsed.kind !== 'address' || parsed.address !== request.to)
    throw new Error('Mail goes to canonical addresses only');
  const put = () =>
    inTransaction(strapi, async ({ onCommit }) => {
      const outcome = await insert(strapi, {
        kind: request.kind,
        toAddress: request.to,
        language: request.locale,
        payload: request.payload,
        dedupKey: request.dedupKey,
        about: request.about ?? null,
        host: new URL(siteUrl(strapi)).hostname,
        expiresAt: request.expiresAt ?? null,
      });
      if (outcome === 'created') onCommit(() => wake(strapi));
      return outcome;
    });
  // Many with one dedup key at once can wait for each other.
  return transaction(strapi, put);
};

export interface LastMessage {
  status: MailMessageStatus;
  /** When it was sent, or else put into the outbox; ISO 8601. */
  at: string;
  /** Why the last attempt failed, in a few words. */
  error: string | null;
}

/** The newest message of a kind about a row, or null. */
export const lastMessageAbout = async (
  strapi: Strapi,
  aboutType: string,
  aboutId: string,
  kind: MessageKind
): Promise<LastMessage | null> => {
  const message = await findLastAbout(strapi, aboutType, aboutId, kind);
  return message && { status: message.status, at: message.sentAt ?? message.createdAt, error: message.lastError };
};
