import type { Knex } from 'knex';
import { contactsOf, firstIdsByRule, idsByRule, type Way } from '../../server/src/features/access/policy/rule-sql';
import type { GuestPrincipal } from '../../server/src/kernel';
import { as, makeGuest, makeProject, makeTask } from '../support';

/*
 * Every sub-query of the row filter uses an index, on each of the three databases. Here the tables are small, and planners
 * read small tables whole; so they are asked what they do when they may not (PostgreSQL), or what they could use (MySQL).
 */

/** The tables that the row filter brings into a query, by the names it gives them. */
const ours = /^(link\d*|public\d*|resource|granted|paired|colleague|self|first)$/;
/** Walked in order on purpose, and only by an index. */
const walked = 'first';

interface PostgresNode {
  'Node Type': string;
  Alias?: string;
  'Index Cond'?: string;
  Plans?: PostgresNode[];
}

const knex = (): Knex => site.strapi.db.connection;

/** The same question to three databases: which of our tables does this query read whole? */
const readWhole: Record<string, (sql: string, bindings: readonly Knex.RawBinding[]) => Promise<string[]>> = {
  sqlite: async (sql, bindings) => {
    const steps: { detail: string }[] = await knex().raw(`explain query plan ${sql}`, bindings);
    return steps
      .map(({ detail }) => /^SCAN (\S+)(?! .*USING)/.exec(detail)?.[1] ?? '')
      .filter((alias) => ours.test(alias));
  },
  postgres: async (sql, bindings) =>
    knex().transaction(async (trx) => {
      for (const way of ['seqscan', 'hashjoin', 'mergejoin', 'material']) {
        await trx.raw(`set local enable_${way} = off`);
      }
      const { rows } = await trx.raw(`explain (format json) ${sql}`, bindings);
      const whole: string[] = [];
      const look = (node: PostgresNode): void => {
        const { Alias: alias = '', 'Node Type': type } = node;
        const isWhole = type === 'Seq Scan' || (/^Index/.test(type) && !node['Index Cond'] && alias !== walked);
        if (ours.test(alias) && isWhole) whole.push(`${type} ${alias}`);
        node.Plans?.forEach(look);
      };
      look(rows[0]['QUERY PLAN'][0].Plan);
      return whole;
    }),
  mysql: async (sql, bindings) => {
    const [steps] = await knex().raw(`explain ${sql}`, bindings);
    return (steps as { table: string | null; type: string | null; possible_keys: string | null }[])
      .filter(({ table, type, possible_keys: keys }) => ours.test(table ?? '') && type === 'ALL' && !keys)
      .map(({ table }) => table ?? '');
  },
};

const expectIndexes = async (sql: string, bindings: readonly Knex.RawBinding[]): Promise<void> => {
  const { client } = site.strapi.db.dialect;
  const whole = (await readWhole[client]?.(sql.replace(/\$\d+/g, '?'), bindings)) ?? ['?'];
  expect({ sql, whole }).toEqual({ sql, whole: [] });
};

const planOf = (query: Knex.QueryBuilder): Promise<void> => {
  const { sql, bindings } = query.toSQL().toNative();
  return expectIndexes(sql, bindings as Knex.RawBinding[]);
};

const to = (path: string, resourceType: string): Way => ({
  rule: { kind: 'resource', path, resourceType },
  drafts: false,
});
const project = 'api::project.project';
const [plain, draft] = ['api::combination.combo-plain', 'api::combination.combo-draft'];
const ways: [string, string, Way][] = [
  ['a relation to a resource', 'api::task.task', to('project', project)],
  ['two relations to one', 'api::task.task', to('milestone.project', project)],
  ['a relation to many', 'api::tag.tag', to('tasks.project', project)],
  ['a relation to a contact', 'api::ticket.ticket', { rule: { kind: 'contact', path: 'contact' }, drafts: false }],
  ['a relation to what may be a draft', plain, to('toDraft', draft)],
  ['a column', plain, to('inDraft', draft)],
  ['relations through what may be a draft', plain, to('toDraft.oneDraft.onePlain', plain)],
];

const guest = (companyRecords: boolean): GuestPrincipal => ({
  id: 1,
  documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2',
  version: 1,
  companyRecords,
  sessionId: 1,
  readOnly: false,
});

describe.each([false, true])('plans of a guest whose company records are %s', (companyRecords) => {
  const principal = guest(companyRecords);
  const table = (uid: string) => knex()({ t0: site.strapi.db.metadata.get(uid).tableName }).select('t0.id');

  it.each(ways)('looks rows up by %s with indexes only', async (_name, uid, way) => {
    await planOf(table(uid).whereIn('t0.id', idsByRule(site.strapi, principal, uid, way)));
  });

  it.each(ways)('checks a row by %s with indexes only', async (_name, uid, way) => {
    const ids = idsByRule(site.strapi, principal, uid, way, knex().raw('??', ['t0.id']));
    await planOf(table(uid).whereIn('t0.id', ids).limit(25));
  });

  it.each(ways.filter(([name]) => !/to many|column/.test(name)))(
    'reads the first page by %s with indexes only',
    async (_name, uid, way) => {
      const page = { rows: 25, direction: 'asc' as const };
      await planOf(table(uid).whereIn('t0.id', firstIdsByRule(site.strapi, principal, uid, way, page)));
    }
  );

  it('finds their contacts with indexes only', async () => {
    await planOf(contactsOf(site.strapi, principal));
  });
});

describe('plans of what a guest asks', () => {
  it.each([
    ['a page and its total', '/api/tasks?pagination[pageSize]=1'],
    ['another order', '/api/tasks?sort=title&filters[state]=todo'],
    ['a related row', '/api/tasks?populate=project'],
    [
      'a filter through a relation',
      '/api/tasks?filters[project][name][$startsWith]=P&populate[project][populate]=tasks',
    ],
  ])('uses indexes for %s', async (_name, path) => {
    const project = await makeProject();
    await makeTask({ project });
    const { actor } = await makeGuest({ projects: [project] });
    const asked: { sql: string; bindings: Knex.RawBinding[] }[] = [];
    const note = (query: { sql: string; bindings: Knex.RawBinding[] }) => void asked.push(query);
    knex().on('query', note);
    await as(actor).get(path).expect(200);
    knex().removeListener('query', note);
    const filtered = asked.filter(({ sql }) => /^select .*guest_access_grants/.test(sql));
    expect(filtered.length).toBeGreaterThan(0);
    for (const { sql, bindings } of filtered) await expectIndexes(sql, bindings);
  });
});
