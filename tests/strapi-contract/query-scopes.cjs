/* global module */
/**
 * A plugin that gives a Strapi without them `db.queryScopes` (strapi/strapi#27640): what is registered there is asked about each query
 * that has conditions, and narrows it. It also reads all tasks past the hooks, and sets the hours of all, whenever somebody lists some.
 */
module.exports = {
  register({ strapi }) {
    const { db } = strapi;
    if (!db.queryScopes) {
      const scopes = new Map();
      db.queryScopes = {
        register(name, scope) {
          scopes.set(name, scope);
          return () => scopes.delete(name);
        },
      };
      const { entityManager } = db;
      const create = entityManager.createQueryBuilder.bind(entityManager);
      entityManager.createQueryBuilder = (uid) => {
        const builder = create(uid);
        const { processState } = builder;
        builder.processState = function process() {
          const { state } = this;
          if (!state.processed && state.type !== 'insert') {
            for (const scope of scopes.values()) {
              const where = scope({ uid, meta: db.metadata.get(uid), operation: state.type });
              if (where) state.where.push(where);
            }
          }
          return processState.call(this);
        };
        return builder;
      };
    }
    strapi.documents.use(async ({ uid, action }, next) => {
      const found = await next();
      if (uid === 'api::task.task' && action === 'findMany') {
        globalThis.pastHooks = await db.queryBuilder(uid).select('*').execute();
        const hours = Number(strapi.requestContext.get()?.get('X-Hours') || 0);
        await db
          .queryBuilder(uid)
          .update({ hours })
          .where({ id: { $notNull: true } })
          .execute();
      }
      return found;
    });
  },
};
