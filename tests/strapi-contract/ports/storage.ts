import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import {
  columnNames,
  columnsOf,
  databaseOf,
  documents,
  hasStore,
  indexNames,
  inTransaction,
  isInTransaction,
  isRelation,
  isStored,
  knexOf,
  linksOf,
  linksTo,
  moveLinks,
  onSqliteConnections,
  persistedTables,
  plainNames,
  queryOfTable,
  relatedType,
  relationNames,
  rows,
  schemaOf,
  sql,
  storedTypeOf,
  tableOf,
  tablesAround,
  targetOf,
  undone,
  type Strapi,
} from '../../../server/src/kernel/strapi';
import { PAGE, PART, PERSON, PROJECT, TASK, type World } from './rows';

/** The pairs of a relation, as its table has them. */
const pairs = (strapi: Strapi, uid: string, name: string): Promise<{ own: number; target: number }[]> => {
  const { table, own, target, on } = linksOf(strapi, uid, name);
  return sql(strapi, async (knex) => {
    const query = knex(table).select({ own, target }).whereNotNull(own).whereNotNull(target).orderBy([own, target]);
    for (const [key, value] of Object.entries(on)) void query.where(key, value as string);
    return (await query) as { own: number; target: number }[];
  });
};

export const tryRelationStorage = async (strapi: Strapi, world: World): Promise<void> => {
  const { seen, hidden, keeper, tasks, page } = world;
  const [one, two, three] = tasks;
  const ofProject = [one, two].map(({ id }) => [id, seen.id]).concat([[three.id, hidden.id]]);
  const read = async (uid: string, name: string) =>
    (await pairs(strapi, uid, name)).map(({ own, target }) => [own, target]);
  const turned = (list: (number | undefined)[][]) => list.map(([own, target]) => [target, own]);
  assert.deepEqual(await read(TASK, 'project'), ofProject, 'a table of links');
  assert.deepEqual(await read(PROJECT, 'tasks'), turned(ofProject), 'a table of links, from the other end');
  assert.deepEqual(
    await read(TASK, 'keeper'),
    tasks.map(({ id }) => [id, keeper.id]),
    'a column'
  );
  assert.deepEqual(
    await read(PERSON, 'keeps'),
    tasks.map(({ id }) => [keeper.id, id]),
    'a column, from the other end'
  );
  assert.equal((await read(PAGE, 'tasks')).filter(([own]) => own === page.id).length, 3, 'many to many');
  assert.equal((await read(PAGE, 'parts')).filter(([own]) => own === page.id).length, 3, 'components');
  assert.equal((await read(PART, 'task')).length >= 6, true, 'a relation of a component');
  const kept = [linksOf(strapi, TASK, 'project'), linksOf(strapi, TASK, 'keeper'), linksOf(strapi, PERSON, 'keeps')];
  assert.deepEqual(
    kept.map((links) => links.kept),
    ['apart', 'here', 'there']
  );
  assert.throws(() => linksOf(strapi, TASK, 'about'), 'a relation to several types');
  assert.throws(() => relatedType(strapi, TASK, 'title'));
  assert.equal(targetOf(strapi, PAGE, 'parts'), PART);
  assert.equal(targetOf(strapi, PAGE, 'zone'), null);
  assert.equal(targetOf(strapi, PAGE, 'cover'), 'plugin::upload.file');
  assert.ok(isStored(strapi, PART) && !isStored(strapi, 'api::nothing.nothing'));
  for (const name of ['project', 'keeper', 'about']) assert.ok(isRelation(strapi, TASK, name), name);
  for (const name of ['tasks', 'parts', 'zone', 'cover']) assert.ok(relationNames(strapi, PAGE).includes(name), name);
  assert.ok(plainNames(strapi, TASK).includes('title') && !plainNames(strapi, TASK).includes('project'));
  assert.equal(storedTypeOf(strapi, TASK, 'hours'), 'integer');
  assert.equal(storedTypeOf(strapi, TASK, 'constructor'), undefined);
  const column = columnsOf(strapi, TASK).find(({ name }) => name === 'documentId');
  assert.equal(column?.column, 'document_id');
  const around = tablesAround(strapi, (uid) => uid === PROJECT);
  assert.ok(around.has(tableOf(strapi, PROJECT)) && around.has(linksOf(strapi, TASK, 'project').table));
  assert.ok(!around.has(tableOf(strapi, TASK)));
  await tryMovedLinks(strapi, world);
};

/** What leads to one row is made to lead to another; where both may not have it, nothing is. */
const tryMovedLinks = async (strapi: Strapi, { seen, hidden, tasks }: World): Promise<void> => {
  const [one, , three] = tasks;
  const into = new Map(linksTo(strapi, PROJECT).map((found) => [`${found.uid} ${found.links.table}`, found]));
  const [ofTasks] = [...into.values()].filter(({ uid, links }) => uid === TASK && links.kept === 'apart');
  const [mixed] = [...into.values()].filter(({ uid, links }) => uid === TASK && links.kept === 'here');
  assert.ok(ofTasks && mixed, 'relations to one type and to several');
  assert.equal(ofTasks.isExclusive, false);
  const ends = { from: hidden.id, to: seen.id };
  await undone(strapi, async () => {
    await sql(strapi, (knex) =>
      knex(mixed.links.table)
        .where({ id: one.id })
        .update({ ...mixed.links.on, [mixed.links.target]: hidden.id })
    );
    assert.equal(await moveLinks(strapi, ofTasks.links, { ...ends, isExclusive: true }), 'both');
    assert.equal(await moveLinks(strapi, ofTasks.links, { ...ends, isExclusive: false }), 1);
    assert.ok(Number(await moveLinks(strapi, mixed.links, { ...ends, isExclusive: false })) > 0);
    const row = await rows<{ project: { id: number } }>(strapi, TASK).findOne({
      where: { id: three.id },
      populate: { project: true },
    });
    assert.equal(row?.project.id, seen.id);
    const about = await rows<{ about: { id: number } }>(strapi, TASK).findOne({
      where: { id: one.id },
      populate: { about: { on: { [PROJECT]: true } } },
    });
    assert.equal(about?.about.id, seen.id);
  });
};

const tryTransactions = async (strapi: Strapi): Promise<void> => {
  const count = () => rows(strapi, PROJECT).count({ where: { name: 'kept' } });
  let later: Promise<unknown> = Promise.resolve();
  const run: string[] = [];
  await inTransaction(strapi, async ({ onCommit }) => {
    onCommit(() => run.push('outer'));
    assert.ok(isInTransaction(strapi));
    await inTransaction(strapi, async (inner) => {
      inner.onCommit(() => run.push('inner'));
      await sql(strapi, (knex) => knex(tableOf(strapi, PROJECT)).insert({ name: 'kept', document_id: 'kept' }));
    });
    // What nobody waits for asks again when all is over.
    later = pause(50).then(count);
  });
  assert.deepEqual(run.sort(), ['inner', 'outer'], 'callbacks of the commit');
  assert.equal(await count(), 1);
  assert.equal(await later, 1, 'a query after the end');
  assert.ok(!isInTransaction(strapi));
  await assert.rejects(
    inTransaction(strapi, async ({ onCommit }) => {
      onCommit(() => run.push('undone'));
      await rows(strapi, PROJECT).deleteMany({ where: { name: 'kept' } });
      throw new Error('undo');
    })
  );
  assert.equal(await count(), 1, 'what was undone is gone');
  assert.ok(!run.includes('undone'));
  await rows(strapi, PROJECT).deleteMany({ where: { name: 'kept' } });
};

/** Work that is taken back: alone, and inside a transaction that goes on; with what waits for the commit. */
const tryUndone = async (strapi: Strapi): Promise<void> => {
  const named = (name: string) => rows(strapi, PROJECT).count({ where: { name } });
  const told: unknown[] = [];
  strapi.eventHub.on('entry.create', ({ entry }: { entry: { name?: unknown } }) => {
    told.push(entry.name);
    return Promise.resolve();
  });
  const write = () =>
    undone(strapi, async () => {
      await documents(strapi, PROJECT).create({ data: { name: 'undone' } });
      return named('undone');
    });
  assert.equal(await write(), 1);
  await inTransaction(strapi, async () => {
    await documents(strapi, PROJECT).create({ data: { name: 'stays' } });
    assert.equal(await write(), 1);
    await assert.rejects(
      undone(strapi, () => Promise.reject(new Error('thrown'))),
      /thrown/
    );
  });
  for (let tries = 0; !told.includes('stays') && tries < 100; tries += 1) await pause(20);
  assert.deepEqual([await named('undone'), await named('stays')], [0, 1]);
  assert.ok(told.includes('stays') && !told.includes('undone'), 'the event of what was taken back');
};

export const tryDatabase = async (strapi: Strapi): Promise<void> => {
  assert.equal(databaseOf(strapi), 'sqlite');
  assert.equal(tableOf(strapi, PROJECT), 'projects');
  assert.ok(await hasStore(strapi));
  await schemaOf(strapi).createTable('apart', (table) => {
    table.increments('id');
    table.string('word');
    table.index(['word'], 'apart_word_index');
  });
  assert.deepEqual(await columnNames(strapi, 'apart'), new Set(['id', 'word']));
  assert.ok((await indexNames(strapi, 'apart')).has('apart_word_index'));
  onSqliteConnections(strapi, (connection) => {
    connection.function('contract_upper', { deterministic: true, directOnly: true }, (word) =>
      String(word).toUpperCase()
    );
  });
  await sql(strapi, (knex) => knex('apart').insert({ word: 'é' }));
  const upper: { word: string }[] = await queryOfTable(strapi, 'apart as a').select({
    word: knexOf(strapi).raw('contract_upper(a.word)'),
  });
  assert.deepEqual(upper, [{ word: 'É' }]);
  const persisted = persistedTables(strapi);
  const before = await persisted.read();
  await persisted.write([...before, { name: 'apart' }]);
  assert.deepEqual(await persisted.read(), [...before, { name: 'apart' }]);
  await persisted.write(before);
  await tryTransactions(strapi);
  await tryUndone(strapi);
};
