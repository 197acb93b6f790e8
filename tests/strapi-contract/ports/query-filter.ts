import assert from 'node:assert/strict';
import {
  onQueries,
  putFilter,
  rootAlias,
  rows,
  rowsWhere,
  showToHooks,
  toFilters,
  type FilteredQuery,
  type QueryParams,
  type Strapi,
} from '../../../server/src/kernel/strapi';
import { PAGE, PERSON, PROJECT, TASK, type Row, type World } from './rows';

const titles = (found: unknown): unknown[] => (found as Row[]).map(({ title }) => title).sort();

const tryHooks = async (strapi: Strapi): Promise<void> => {
  const seen: string[] = [];
  const note = ({ action, model }: { action: string; model: { uid: string } }) =>
    void seen.push(`${action} ${model.uid}`);
  const actions = [
    'FindOne',
    'FindMany',
    'Count',
    'Create',
    'CreateMany',
    'Update',
    'UpdateMany',
    'Delete',
    'DeleteMany',
  ];
  const subscriber = Object.fromEntries(
    actions.flatMap((one) => [
      [`before${one}`, note],
      [`after${one}`, note],
    ])
  );
  const others = onQueries(strapi, { beforeCount: note });
  const remove = onQueries(strapi, subscriber);
  const query = strapi.db.query(PROJECT as never);
  const { id } = await query.create({ data: { name: 'hooks' } as never });
  await query.createMany({ data: [{ name: 'hooks' }] as never });
  await query.findOne({ where: { id } });
  await query.findMany({ where: { id } });
  await query.count({ where: { id } });
  await query.update({ where: { id }, data: { name: 'hooked' } as never });
  await query.updateMany({ where: { id }, data: { name: 'hooks' } as never });
  await query.delete({ where: { id } });
  await query.deleteMany({ where: { name: 'hooks' } });
  for (const one of actions) {
    assert.ok(seen.includes(`before${one} ${PROJECT}`), `before${one} is not run`);
    assert.ok(seen.includes(`after${one} ${PROJECT}`), `after${one} is not run`);
  }
  const params: QueryParams = {};
  const adding = onQueries(strapi, {
    beforeCount: ({ params: shown }) => void Object.assign(shown, { where: { id: 1 } }),
  });
  await showToHooks(strapi, 'beforeCount', PROJECT, params);
  assert.deepEqual(params.where, { id: 1 }, 'what a hook adds is not in the params');
  adding();
  remove();
  remove();
  seen.length = 0;
  await rows(strapi, PROJECT).count();
  assert.deepEqual(seen, [`beforeCount ${PROJECT}`], 'taking a hook away twice takes others away');
  others();
};

/** What a populate brings of the tasks under a filter that lets tasks of one project through, by the row and by a sub-query. */
const tryPopulates = async (strapi: Strapi, { seen, hidden, page, tasks, keeper }: World): Promise<void> => {
  const asked: FilteredQuery[] = [];
  const ofSeen = (query: FilteredQuery) => {
    asked.push(query);
    if (query.uid !== TASK) return undefined;
    const own = rowsWhere(strapi, TASK, { project: { id: seen.id } });
    return { id: { $in: own.where(`${rootAlias}.id`, query.rowId) } };
  };
  const filtered = async (uid: string, params: QueryParams): Promise<Row | null> => {
    putFilter(strapi, params, (query, before) => ofSeen(query) ?? before);
    return rows<Row>(strapi, uid).findOne(params);
  };
  const project = await filtered(PROJECT, { where: { id: hidden.id }, populate: { tasks: true } });
  assert.deepEqual(project?.['tasks'], [], 'a relation to many');
  const person = await filtered(PERSON, { where: { id: keeper.id }, populate: ['keeps'] });
  assert.deepEqual(titles(person?.['keeps']), ['one', 'two'], 'a relation in a column');
  const whole = await filtered(PAGE, {
    where: { id: page.id },
    populate: {
      tasks: true,
      parts: { populate: { task: true } },
      zone: { on: { 'shared.part': { populate: { task: true } } } },
    },
  });
  assert.deepEqual(titles(whole?.['tasks']), ['one', 'two'], 'a table of links');
  for (const name of ['parts', 'zone']) {
    const below = (whole?.[name] as { task: Row | null }[]).map(({ task }) => task?.['title'] ?? null);
    assert.deepEqual(below, ['one', 'two', null], `a relation of ${name}`);
  }
  const counted = await filtered(PROJECT, { where: { id: seen.id }, populate: { tasks: { count: true } } });
  assert.deepEqual(counted?.['tasks'], { count: 2 }, 'a count');
  assert.ok(
    asked.some(({ uid, isCount }) => uid === TASK && isCount),
    'a count is not known as one'
  );
  assert.ok(
    asked.some(({ uid }) => uid === 'shared.part'),
    'the filter is not asked about components'
  );
  // Only as an object: what stands as `true` under `on` is given no filter.
  const uids: string[] = [];
  const about: QueryParams = { where: { id: tasks[0].id }, populate: { about: { on: { [PROJECT]: {} } } } };
  putFilter(strapi, about, ({ uid }) => (uids.push(uid), uid === PROJECT ? { id: { $in: [] } } : undefined));
  const morph = await rows<Row>(strapi, TASK).findOne(about);
  assert.ok(uids.includes(PROJECT), 'the filter is not asked about a relation to several types');
  assert.ok(!morph?.['about'], 'a relation to several types');
  const bounded: QueryParams = { where: { id: seen.id }, populate: { tasks: true } };
  putFilter(strapi, bounded, (query) => {
    if (query.uid !== TASK) return undefined;
    assert.ok(
      query.conditions.some((one) => JSON.stringify(one).includes(String(seen.id))),
      'the parents are in no condition'
    );
    query.limit = 1;
    return undefined;
  });
  assert.equal(
    ((await rows<Row>(strapi, PROJECT).findOne(bounded))?.['tasks'] as Row[]).length,
    1,
    'a bounded populate'
  );
};

export const tryQueryFilter = async (strapi: Strapi, world: World): Promise<void> => {
  await tryHooks(strapi);
  await tryPopulates(strapi, world);
  const { seen, tasks } = world;
  const params: QueryParams = { where: { title: { $ne: 'two' } }, orderBy: { id: 'asc' } };
  Object.assign(params, { filters: () => ({ id: { $ne: tasks[2].id } }) });
  const none: unknown[] = [];
  putFilter(strapi, params, ({ conditions, search }, before) => {
    none.push(conditions.length, search);
    return { $and: [before ?? {}, { project: { id: seen.id } }] };
  });
  assert.deepEqual(titles(await rows<Row>(strapi, TASK).findMany(params)), ['one'], 'with another filter');
  assert.deepEqual(none, [1, null], 'the condition of the query is not seen');
  const filters = toFilters(strapi, ({ rowId }) => ({
    id: { $in: rowsWhere(strapi, TASK, { id: tasks[1].id }).where('t0.id', rowId) },
  }));
  assert.equal(
    await rows(strapi, TASK).count({ where: { project: { id: seen.id } }, filters }),
    1,
    'a filter of a count'
  );
  const ids = rowsWhere(strapi, TASK, { project: { name: 'seen' } }, 'documentId');
  assert.equal(await rows(strapi, TASK).count({ where: { documentId: { $in: ids } } }), 2, 'a sub-query as an operand');
};
