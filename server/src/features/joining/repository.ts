import { locales, defaultLocale, type Locale } from '../../../../contract';
import { keyedDigest, newDocumentId, sql, type Strapi } from '../../kernel';
import type { JoinSourceName } from './sources';
import { joinRequestTable } from './table';

const table = joinRequestTable.name;

/** All times in milliseconds since 1970. */
export interface JoinRequest {
  digest: string;
  address: string;
  addressKey: string;
  source: string;
  reference: string | null;
  language: Locale;
  askedAt: number;
  endsAt: number;
}

interface Row {
  digest: string;
  address: string;
  address_key: string;
  source: string;
  reference: string | null;
  language: string;
  asked_at: number | string;
  ends_at: number | string;
}

/** The place of an address at a door: what makes two requests the same. */
export const slotOf = (strapi: Strapi, source: JoinSourceName, reference: string | null, addressKey: string): string =>
  keyedDigest(strapi, `join ${source} ${reference ?? ''} ${addressKey}`);

/** Two requests for one slot that are nearer to each other than this are the same one. */
export const repeatMs = 60_000;

/**
 * Puts a request into its slot: what stood there is superseded.
 * @returns false where another request of the same moment has it; then there is nothing to be sent
 */
export const putRequest = (strapi: Strapi, slot: string, request: JoinRequest): Promise<boolean> =>
  sql(strapi, async (knex) => {
    const there = await knex(table).where({ slot }).first<Row | undefined>('asked_at');
    const apart = there === undefined ? repeatMs : Math.abs(Number(there.asked_at) - request.askedAt);
    // The very same one is an attempt to send its mail that failed.
    if (apart > 0 && apart < repeatMs) return false;
    const values = {
      digest: request.digest,
      address: request.address,
      address_key: request.addressKey,
      source: request.source,
      reference: request.reference,
      language: request.language,
      asked_at: request.askedAt,
      ends_at: request.endsAt,
    };
    await knex(table)
      .insert({ ...values, slot, document_id: newDocumentId() })
      .onConflict('slot')
      .merge(values);
    return true;
  });

/** The request of a secret, if its time is not over. */
export const findRequest = (strapi: Strapi, secretDigest: string, now: number): Promise<JoinRequest | null> =>
  sql(strapi, async (knex) => {
    const row = await knex(table).where({ digest: secretDigest }).where('ends_at', '>', now).first<Row | undefined>();
    if (row === undefined) return null;
    return {
      digest: row.digest,
      address: row.address,
      addressKey: row.address_key,
      source: row.source,
      reference: row.reference,
      language: locales.find((one) => one === row.language) ?? defaultLocale,
      askedAt: Number(row.asked_at),
      endsAt: Number(row.ends_at),
    };
  });

/** Takes a request, once: of many who confirm, one has it. */
export const takeRequest = async (strapi: Strapi, secretDigest: string): Promise<boolean> =>
  (await sql(strapi, (knex) => knex(table).where({ digest: secretDigest }).delete())) === 1;

/** Whoever has come in needs no other proof of the same address. */
export const deleteRequestsOf = (strapi: Strapi, addressKey: string): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ address_key: addressKey }).delete());

export const deleteEnded = (strapi: Strapi, now: number): Promise<number> =>
  sql(strapi, (knex) => knex(table).where('ends_at', '<', now).delete());
