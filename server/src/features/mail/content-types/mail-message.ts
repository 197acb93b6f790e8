import { mailMessageStatuses } from '../statuses';

const hidden = { visible: false };

/**
 * A row of the outbox. It holds who is written to and which event caused it, never a secret: links and keys are made as
 * the message is sent.
 *
 * `nextAt`, `leaseUntil` and `expiresAt` are milliseconds since 1970 by the database's clock: a `datetime` of Strapi holds
 * wall time of the process's zone on two of the three databases, which the database cannot compare with its own clock.
 */
export const mailMessage = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_mail_messages',
    info: { singularName: 'mail-message', pluralName: 'mail-messages', displayName: 'Mail message' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': hidden, 'content-type-builder': hidden },
    attributes: {
      kind: { type: 'string', required: true },
      toAddress: { type: 'string', required: true, private: true, searchable: false },
      /** Not `locale`: Strapi's own attribute of that name says in which language a document is written. */
      language: { type: 'string', required: true },
      payload: { type: 'json', private: true, searchable: false },
      dedupKey: { type: 'string', required: true, column: { unique: true }, private: true, searchable: false },
      aboutType: { type: 'string' },
      aboutId: { type: 'string' },
      status: { type: 'enumeration', enum: [...mailMessageStatuses], required: true },
      attempts: { type: 'integer', required: true, default: 0 },
      nextAt: { type: 'biginteger', required: true },
      expiresAt: { type: 'biginteger' },
      leaseUntil: { type: 'biginteger' },
      leaseToken: { type: 'string', private: true, searchable: false },
      messageId: { type: 'string', required: true },
      lastError: { type: 'string' },
      sentAt: { type: 'datetime' },
    },
    indexes: [
      { name: 'guest_access_mail_due_idx', columns: ['status', 'next_at'] },
      { name: 'guest_access_mail_about_idx', columns: ['about_id', 'about_type', 'kind'] },
    ],
  },
};
