/** Every row of every table of the site's database, as text. */
export const databaseAsText = async (): Promise<string> => {
  const knex = site.strapi.db.connection;
  const tables = await site.strapi.db.dialect.schemaInspector.getTables();
  const parts: string[] = [];
  for (const table of tables) parts.push(table, JSON.stringify(await knex(table).select('*')));
  return parts.join('\n');
};
