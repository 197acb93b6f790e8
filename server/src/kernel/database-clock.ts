import type { Knex } from 'knex';
import { databaseOf, knexOf, type DatabaseKind, type Strapi } from './strapi';

/** In milliseconds since 1970. */
const clocks: Record<DatabaseKind, string> = {
  sqlite: `CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`,
  postgres: `CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`,
  // Whole seconds: with a fraction it would go through wall time, which the hour after summer time has twice.
  mysql: `UNIX_TIMESTAMP() * 1000`,
};

/** The database's clock, as SQL: what several instances agree on, whatever their own clocks say. */
export const clockOf = (strapi: Strapi): string => clocks[databaseOf(strapi)];

/** An instant by that clock, for a column of milliseconds. */
export const msFromNow = (strapi: Strapi, ms: number): Knex.Raw => knexOf(strapi).raw(`${clockOf(strapi)} + ?`, [ms]);
