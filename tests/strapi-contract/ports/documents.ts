import assert from 'node:assert/strict';
import {
  comparisonOperators,
  contentTypesOf,
  documents,
  emitPublished,
  hasDrafts,
  inTransaction,
  isLocalized,
  lockVersions,
  modelOf,
  populateTree,
  queryOf,
  relationActions,
  rows,
  setUpdatedAt,
  useInDocuments,
  writeVersion,
  type DocumentCall,
  type StoredVersion,
  type Strapi,
} from '../../../server/src/kernel/strapi';
import { create, PAGE, PART, PROJECT, TASK, type Row, type World } from './rows';

export const tryModels = async (strapi: Strapi): Promise<void> => {
  assert.equal(modelOf(strapi, TASK)?.uid, TASK);
  assert.equal(modelOf(strapi, PART)?.modelType, 'component');
  for (const uid of ['constructor', '__proto__', 'api::nothing.nothing', 'a::constructor', '']) {
    assert.equal(modelOf(strapi, uid), null, uid);
  }
  const page = modelOf(strapi, PAGE);
  assert.ok(page && hasDrafts(page) && isLocalized(page));
  assert.equal(page.info.pluralName, 'pages');
  assert.ok(contentTypesOf(strapi).some(({ uid }) => uid === 'admin::user'));
};

export const tryInputGrammar = async (strapi: Strapi, { tasks, seen, hidden }: World): Promise<void> => {
  const query = queryOf(strapi, TASK, {
    filters: { title: 'one' },
    sort: 'title:desc',
    fields: ['title'],
    populate: ['project'],
    _q: 'o',
    status: 'draft',
    locale: 'en',
  });
  assert.deepEqual([query.orderBy].flat(), [{ title: 'desc' }]);
  assert.ok(JSON.stringify(query.where).includes('one') && query.select?.includes('title') && query._q === 'o');
  assert.ok('project' in populateTree(strapi, TASK, query.populate));
  const whole = populateTree(strapi, TASK, '*');
  assert.ok('project' in whole && 'about' in whole && !('title' in whole));
  const operands: Record<string, unknown> = {
    $in: ['one'],
    $notIn: ['two'],
    $between: ['a', 'z'],
    $null: true,
    $notNull: true,
  };
  for (const operator of comparisonOperators) {
    const operand = operator === '$not' ? { $eq: 'x' } : (operands[operator] ?? 'one');
    await rows(strapi, TASK).findMany({ where: { title: { [operator]: operand } } });
  }
  const [one] = tasks;
  const change = async (project: unknown) => {
    await documents(strapi, TASK).update({ documentId: one.documentId, data: { project } });
    const row = await rows<{ project: Row | null }>(strapi, TASK).findOne({
      where: { id: one.id },
      populate: { project: true },
    });
    return row?.project?.id ?? null;
  };
  for (const action of relationActions) {
    const expected = action === 'disconnect' ? null : hidden.id;
    assert.equal(await change({ [action]: [{ documentId: hidden.documentId }] }), expected, action);
  }
  assert.equal(await change(seen.documentId), seen.id, 'by documentId');
  assert.equal(await change(null), null);
  assert.equal(await change(seen.id), seen.id, 'by id');
};

const tryVersions = async (strapi: Strapi): Promise<void> => {
  const { documentId } = await create(strapi, PAGE, { title: 'draft', code: 'a', parts: [{ label: 'first' }] });
  await (strapi.documents(PAGE as never) as unknown as { publish(params: object): Promise<unknown> }).publish({
    documentId,
  });
  const all = await rows<StoredVersion>(strapi, PAGE).findMany({
    where: { documentId },
    orderBy: { id: 'asc' },
    populate: { parts: true },
  });
  assert.equal(all.length, 2);
  const published = all.find(({ publishedAt }) => publishedAt !== null);
  const draft = all.find(({ publishedAt }) => publishedAt === null);
  assert.ok(published && draft);
  const told: { uid: string; entry: { title?: unknown } }[] = [];
  strapi.eventHub.on('entry.publish', (event) => {
    told.push(event as (typeof told)[number]);
    return Promise.resolve();
  });
  const model = modelOf(strapi, PAGE);
  await inTransaction(strapi, async (transaction) => {
    assert.equal(await lockVersions(strapi, PAGE, documentId, null), 2);
    await writeVersion(strapi, PAGE, published, { title: 'alone', parts: [{ label: 'second' }] });
    await setUpdatedAt(strapi, PAGE, draft.id, new Date(0));
    if (model) emitPublished(strapi, model, published.id, transaction);
  });
  const isTold = () => told.some(({ entry }) => entry.title === 'alone');
  for (let tries = 0; !isTold() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(isTold(), 'the event of a published version');
  const after = await rows<StoredVersion>(strapi, PAGE).findMany({
    where: { documentId },
    orderBy: { id: 'asc' },
    populate: { parts: true },
  });
  const of = (id: number) => after.find((version) => version.id === id);
  assert.equal(of(published.id)?.['title'], 'alone');
  assert.equal((of(published.id)?.['parts'] as { label: string }[])[0]?.label, 'second');
  assert.equal(of(draft.id)?.['title'], 'draft', 'another version was written');
  assert.equal((of(draft.id)?.['parts'] as { label: string }[])[0]?.label, 'first');
  assert.equal(new Date(of(draft.id)?.updatedAt ?? 1).getTime(), 0);
  await documents(strapi, PAGE).discardDraft({ documentId });
  const drafts = await rows<Row>(strapi, PAGE).findMany({ where: { documentId, publishedAt: { $null: true } } });
  assert.deepEqual(
    drafts.map(({ title }) => title),
    ['alone'],
    'discardDraft'
  );
};

/** Calls as the outermost middleware has seen them, which is put in at register, and those that come after. */
export const calls: (DocumentCall & { where: 'around' | 'among' })[] = [];

export const tryDocuments = async (strapi: Strapi): Promise<void> => {
  useInDocuments(strapi, async (call, next) => {
    calls.push({ ...call, where: 'among' });
    if (call.params.data?.['name'] === 'replaced') call.params = { ...call.params, data: { name: 'in its place' } };
    return next();
  });
  calls.length = 0;
  const service = documents(strapi, PROJECT);
  const { documentId, ...made } = await service.create({ data: { name: 'replaced' } });
  assert.equal(made['name'], 'in its place', 'params that a middleware replaces');
  await service.update({ documentId, data: { name: 'changed' } });
  assert.equal((await service.findOne({ documentId }))?.['name'], 'changed');
  await service.findMany({ filters: { name: 'changed' } });
  await (service as unknown as { count(params: object): Promise<number> }).count({});
  const { entries } = await service.delete({ documentId });
  assert.equal(entries.length, 1, 'what delete answers');
  for (const where of ['around', 'among'] as const) {
    const actions = calls.filter((call) => call.where === where && call.uid === PROJECT).map(({ action }) => action);
    for (const action of ['create', 'update', 'findOne', 'findMany', 'count', 'delete']) {
      assert.ok(actions.includes(action), `${action} does not come ${where}`);
    }
  }
  const [outer, inner] = calls;
  assert.deepEqual([outer?.where, inner?.where], ['around', 'among'], 'the order of middlewares');
  assert.equal(outer?.params.data?.['name'], 'replaced');
  await tryVersions(strapi);
};
