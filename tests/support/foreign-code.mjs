/**
 * What other people's code does around a guest's write, for an instance that must outlive it (`startInstance`,
 * `FOREIGN_CODE=on`). A request says by the header `x-foreign` which kinds of work its hooks start and do not wait for;
 * `GET /foreign` tells what became of them.
 */
import { setImmediate, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';

const TASK = 'api::task.task';
const hooks = ['Create', 'Update', 'Delete'].flatMap((action) => [`before${action}`, `after${action}`]);

/** What became of the work, and how many tasks it saw. */
const outcomes = [];

const rowsSeen = (strapi) => strapi.db.query(TASK).count();

/** Kinds of work that a hook starts and does not wait for. */
const works = {
  'at-once': rowsSeen,
  microtask: (strapi) =>
    new Promise((resolve, reject) =>
      Promise.resolve()
        .then(() => rowsSeen(strapi))
        .then(resolve, reject)
    ),
  immediate: (strapi) => new Promise((resolve, reject) => setImmediate(() => rowsSeen(strapi).then(resolve, reject))),
  timer: async (strapi) => {
    await sleep(300);
    return rowsSeen(strapi);
  },
  steps: async (strapi) => {
    for (let step = 0; step < 40; step += 1) {
      await rowsSeen(strapi);
      await sleep(step % 4);
    }
    return rowsSeen(strapi);
  },
  transaction: (strapi) =>
    strapi.db.transaction(async () => {
      await sleep(300);
      return rowsSeen(strapi);
    }),
  held: async (strapi) => {
    const held = await strapi.db.transaction();
    await sleep(300);
    await strapi.db.connection('tasks').transacting(held.get()).first('id');
    await held.commit();
    return rowsSeen(strapi);
  },
  write: async (strapi) => {
    while (strapi.db.inTransaction()) await sleep(20);
    await sleep(100);
    return works['write-at-once'](strapi);
  },
  // Begins in the transaction and ends outside: its own row may be there for it a moment later only.
  'write-at-once': async (strapi) => {
    const tag = await strapi.db.query('api::tag.tag').create({ data: { name: 'foreign code' } });
    await sleep(300);
    await strapi.documents('api::tag.tag').update({ documentId: tag.documentId ?? 'none', data: { name: 'later' } });
    await strapi.db.query('api::tag.tag').delete({ where: { id: tag.id } });
    return rowsSeen(strapi);
  },
  rejected: () => Promise.reject(new Error('rejected by foreign code')),
  'rejected-later': () => sleep(200).then(() => Promise.reject(new Error('rejected later by foreign code'))),
};

/** Work whose failure is nobody's: where it is not noted as failed, the process is told of it. */
const start = (strapi, hook) => {
  const wished = strapi.requestContext.get()?.get('x-foreign');
  if (!wished) return;
  for (const name of wished.split(',')) {
    const outcome = { hook, work: name, state: 'started' };
    outcomes.push(outcome);
    void works[name](strapi).then(
      (seen) => Object.assign(outcome, { state: 'done', seen }),
      (error) => {
        Object.assign(outcome, { state: 'failed', message: error.message });
        throw error;
      }
    );
  }
};

const startInDocuments = (strapi, place) => async (context, next) => {
  if (context.uid !== TASK || ['findOne', 'findMany', 'count'].includes(context.action)) return next();
  start(strapi, `documents.use ${place}, before`);
  const result = await next();
  start(strapi, `documents.use ${place}, after`);
  return result;
};

/** How many tasks each kind of a site's code has seen last. */
const seen = {};
const queue = [];
const see = async (strapi, kind) => void (seen[kind] = await rowsSeen(strapi));

/** Code of a site that Strapi takes only while it starts. */
const prepareKinds = (strapi) => {
  const look = async ({ request }) => {
    await see(strapi, `policy of ${request.method}`);
    seen.raw = Number((await strapi.db.connection('tasks').count({ count: '*' }).first()).count);
    queue.push('a job');
    return true;
  };
  strapi.get('policies').set('global::look', look);
  for (const { routes } of Object.values(strapi.api('task').routes))
    for (const { config } of routes) config.policies = [...(config.policies ?? []), 'global::look'];
  strapi
    .plugin('graphql')
    .service('extension')
    .use(({ nexus }) => ({
      types: [
        nexus.extendType({
          type: 'Query',
          definition: (t) => t.int('foreignTasks', { resolve: () => rowsSeen(strapi) }),
        }),
      ],
      resolversConfig: { 'Query.foreignTasks': { auth: { scope: [`${TASK}.find`] } } },
    }));
};

const startKinds = (strapi) => {
  strapi.cron.add({ 'foreign-code': { task: () => see(strapi, 'cron'), options: '* * * * * *' } });
  setInterval(() => queue.shift() && void see(strapi, 'queue'), 50);
};

/** Before Strapi loads its plugins. */
export const early = (strapi) => {
  const bootstrap = strapi.bootstrap.bind(strapi);
  strapi.bootstrap = () => {
    prepareKinds(strapi);
    return bootstrap();
  };
  strapi.server.use(async (ctx, next) => {
    if (ctx.path === '/foreign/seen') return void (ctx.body = seen);
    // Nobody's request, and nobody waits: what Node does with it is the site's affair.
    if (ctx.path === '/foreign/reject') return void Promise.reject(new Error('nobody waits for this'));
    if (ctx.path !== '/foreign') return next();
    if (ctx.method === 'DELETE') outcomes.length = 0;
    ctx.body = ctx.method === 'DELETE' ? null : outcomes;
  });
  strapi.documents.use(startInDocuments(strapi, 'early'));
};

/** When the site is up. */
export const late = (strapi) => {
  startKinds(strapi);
  strapi.documents.use(startInDocuments(strapi, 'late'));
  const handlers = Object.fromEntries(hooks.map((hook) => [hook, () => start(strapi, `subscribe ${hook}`)]));
  strapi.db.lifecycles.subscribe({ models: [TASK], ...handlers });
  strapi.db.metadata.get(TASK).lifecycles = Object.fromEntries(
    hooks.map((hook) => [hook, () => start(strapi, `lifecycles.ts ${hook}`)])
  );
  strapi.eventHub.on('entry.update', ({ uid }) => {
    if (uid === 'api::tag.tag') seen['updates of tags'] = (seen['updates of tags'] ?? 0) + 1;
  });
  for (const event of ['entry.create', 'entry.update', 'entry.delete'])
    strapi.eventHub.on(event, ({ uid }) => {
      if (uid === TASK) start(strapi, event);
    });
};
