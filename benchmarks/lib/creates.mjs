/**
 * Answers, in the site's process, { creates: rows } with { seconds }: how long a loop of Strapi's document service takes to add them as
 * contacts, one after the other; and { forget: true } with { forgotten }, once all contacts that came since the start are gone.
 */
const CONTACT = 'plugin::guest-access.contact';
const COMPANY = 'plugin::guest-access.company';

export const answerCreates = async (strapi) => {
  const tables = [CONTACT, COMPANY].map((uid) => strapi.db.metadata.get(uid).tableName);
  const { connection } = strapi.db;
  const last = Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [table, Number((await connection(table).max({ id: 'id' }))[0].id ?? 0)])
    )
  );
  const companyOf = async (name) =>
    (await strapi.db.query(COMPANY).findOne({ where: { name } })) ??
    (await strapi.documents(COMPANY).create({ data: { name } }));
  const create = async (rows) => {
    const begun = process.hrtime.bigint();
    for (const { company, ...row } of rows)
      await strapi.documents(CONTACT).create({ data: { ...row, company: (await companyOf(company)).id } });
    return Number(process.hrtime.bigint() - begun) / 1e9;
  };
  process.on('message', async (message) => {
    if (message?.creates) process.send({ seconds: await create(message.creates) });
    if (message?.forget) {
      for (const table of tables) await connection(table).where('id', '>', last[table]).delete();
      for (const table of ['imports', 'import_rows', 'import_pieces'])
        await connection(`guest_access_${table}`).delete();
      process.send({ forgotten: true });
    }
  });
};
