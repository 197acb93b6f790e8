/** Rows by the million, by SQL alone: each table is one INSERT … SELECT over a table of numbers. */
const NUMBERS = 'bench_numbers';

/** The same expression in the words of each database. */
const dialects = {
  sqlite: {
    quotient: (a, b) => `(${a}) / ${b}`,
    instant: (seconds) => `1767225600000 + 1000 * (${seconds})`,
  },
  postgres: {
    quotient: (a, b) => `(${a}) / ${b}`,
    instant: (seconds) => `timestamp '2026-01-01 00:00:00' + (${seconds}) * interval '1 second'`,
  },
  mysql: {
    quotient: (a, b) => `(${a}) div ${b}`,
    instant: (seconds) => `timestamp('2026-01-01 00:00:00') + interval (${seconds}) second`,
  },
};

/** The table of numbers from 1 to `size`, a power of two that grows as it is asked for. */
const numbersTable = async (knex) => {
  await knex.schema.dropTableIfExists(NUMBERS);
  await knex.schema.createTable(NUMBERS, (table) => table.integer('i').primary());
  await knex(NUMBERS).insert({ i: 1 });
  let size = 1;
  return {
    grow: async (trx, wanted) => {
      for (; size < wanted; size *= 2) await trx.raw(`insert into ${NUMBERS} select i + ${size} from ${NUMBERS}`);
    },
  };
};

/** 24 characters, as Strapi's documentIds have. */
export const documentId = (name, number) => `${name.padEnd(15, '0').slice(0, 15)}${100_000_000 + number}`;
const documentIdSql = (name, number) => `concat('${name.padEnd(15, '0').slice(0, 15)}', 100000000 + ${number})`;

/**
 * Hands `work` what fills tables; what it inserts is there as a whole or not at all.
 * `insert(table, rows, columns)`: `columns` are SQL expressions over `i`, which runs from 1 to `rows`; keys of `document`
 * make a Strapi row of it (documentId, instants).
 */
export const filler = async (strapi, work) => {
  const knex = strapi.db.connection;
  const dialect = dialects[strapi.db.dialect.client];
  const numbers = await numbersTable(knex);
  await knex.transaction(async (trx) => {
    const insert = async (table, rows, columns) => {
      await numbers.grow(trx, rows);
      const names = Object.keys(columns).map((name) => trx.ref(name).toString());
      return trx.raw(
        `insert into ${trx.ref(table)} (${names.join(', ')})
         select ${Object.values(columns).join(', ')} from ${NUMBERS} where i <= ${rows} order by i`
      );
    };
    const documents = (table, rows, name, columns) =>
      insert(table, rows, {
        id: 'i',
        document_id: documentIdSql(name, 'i'),
        ...columns,
        created_at: dialect.instant('i'),
        updated_at: dialect.instant('i'),
        published_at: dialect.instant('i'),
      });
    await work({ trx, insert, documents, documentIdSql, ...dialect });
  });
  await knex.schema.dropTable(NUMBERS);
  await settle(strapi, knex);
};

/** What a server does by itself in the hours that follow: counters past the ids we gave, statistics for the planner. */
const settle = async (strapi, knex) => {
  const tables = [...strapi.db.metadata.values()].map(({ tableName }) => tableName);
  if (strapi.db.dialect.client === 'postgres') {
    for (const table of tables) {
      await knex.raw(`select setval(pg_get_serial_sequence(?, 'id'), (select coalesce(max(id), 1) from ??))`, [
        `"${table}"`,
        table,
      ]);
    }
    await knex.raw('analyze');
  }
  if (strapi.db.dialect.client === 'mysql') for (const table of tables) await knex.raw('analyze table ??', [table]);
};
