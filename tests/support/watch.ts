interface Query {
  sql: string;
}

/** Runs some work and answers every SQL statement that the site made meanwhile. */
export const queriesOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const queries: string[] = [];
  const note = ({ sql }: Query) => void queries.push(sql);
  site.strapi.db.connection.on('query', note);
  try {
    await work();
  } finally {
    site.strapi.db.connection.removeListener('query', note);
  }
  return queries;
};

/** Runs some work and answers every line that the site logged meanwhile. */
export const logsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = site.logs.length;
  await work();
  return site.logs.slice(before);
};
