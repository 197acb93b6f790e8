import { databaseNow, keyedDigest, sql, type Strapi, type Table } from '../../kernel';

/** A consent at Google that somebody has begun and not come back from. */
export const attemptTable = {
  name: 'guest_access_google_attempts',
  columns: {
    /** Of the state, which Google is told. */
    state: { type: 'string', length: 64, required: true, unique: true },
    /** Of the secret, which the browser keeps. */
    secret: { type: 'string', length: 64, required: true },
    /** documentId of the admin user who began it. */
    owner: { type: 'string', length: 40, required: true },
    client_id: { type: 'string', length: 200, required: true },
    expires_at: { type: 'instant', required: true },
  },
  indexes: [['expires_at']],
} as const satisfies Table;

const goodForMs = 10 * 60_000;

export interface Attempt {
  readonly state: string;
  readonly secret: string;
  readonly owner: string;
  readonly clientId: string;
}

const rowOf = (strapi: Strapi, { state, secret, owner, clientId }: Attempt) => ({
  state: keyedDigest(strapi, state),
  secret: keyedDigest(strapi, secret),
  owner,
  client_id: clientId,
});

export const keepAttempt = async (strapi: Strapi, attempt: Attempt): Promise<void> => {
  const expires = (await databaseNow(strapi)) + goodForMs;
  await sql(strapi, async (knex) => knex(attemptTable.name).insert({ ...rowOf(strapi, attempt), expires_at: expires }));
};

/** Uses an attempt up, where it is this one in every part and in time. One conditional write: of two who come back, one did. */
export const takeAttempt = async (strapi: Strapi, attempt: Attempt): Promise<boolean> => {
  const now = await databaseNow(strapi);
  const taken = await sql(strapi, async (knex) =>
    knex(attemptTable.name).where(rowOf(strapi, attempt)).where('expires_at', '>', now).delete()
  );
  return taken === 1;
};

/** Forgets those that nobody came back from. */
export const purgeAttempts = async (strapi: Strapi): Promise<void> => {
  const now = await databaseNow(strapi);
  await sql(strapi, async (knex) => knex(attemptTable.name).where('expires_at', '<=', now).delete());
};
