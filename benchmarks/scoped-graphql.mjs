import { alternately, post } from './lib/load.mjs';
import { middleSite } from './lib/tasks.mjs';

export const description = 'as scoped-populate, by GraphQL: ≥ 0.9';

const query = `{
  tasks_connection(pagination: { pageSize: 25 }, filters: { project: { name: { startsWith: "Projet" } } }) {
    nodes { documentId title description state dueAt doneAt comment project { documentId name title } }
    pageInfo { total pageCount }
  }
}`;

export const run = async () => {
  const site = await middleSite();
  const as = (token) => post(site, '/graphql', { query }, { authorization: `Bearer ${token}` });
  const guest = as(await site.someToken(1));
  const user = as(await site.userToken());
  return { ...(await alternately(guest, user)), target: { atLeast: 0.9 } };
};
