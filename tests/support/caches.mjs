/**
 * Response caches as sites put them into Strapi, for a test that says which by the environment variable TEST_CACHES:
 * `[{ "where": "outside" | "site" | "<api name>", "key": "url" | "path" | "authorization", "keeps": "object" | "text" | "copy" | "bytes" }]`.
 * None of them looks at `Cache-Control`.
 */

const keys = {
  url: (ctx) => ctx.url,
  path: (ctx) => ctx.path,
  authorization: (ctx) => `${ctx.url} ${ctx.get('Authorization')}`,
};

const keepers = {
  object: { keep: (body) => body, give: (kept) => kept },
  text: { keep: (body) => JSON.stringify(body), give: (kept) => JSON.parse(kept) },
  copy: { keep: (body) => ({ ...body }), give: (kept) => kept },
};

/** Keeps what the handlers answered. */
const bodyCache = ({ key, keeps, only }) => {
  const stored = new Map();
  const { keep, give } = keepers[keeps];
  return async (ctx, next) => {
    if (ctx.method !== 'GET' || !ctx.path.startsWith('/api/') || (only && ctx.path !== only)) return next();
    const name = keys[key](ctx);
    const kept = stored.get(name);
    const body = kept === undefined ? null : give(kept);
    if (body) {
      ctx.status = 200;
      ctx.body = body;
      return;
    }
    await next();
    if (ctx.status === 200 && ctx.body) stored.set(name, keep(ctx.body));
  };
};

/** Keeps what was written to the connection, whatever Koa says of it. */
const byteCache = ({ key }) => {
  const stored = new Map();
  return async (ctx, next) => {
    if (ctx.method !== 'GET' || !ctx.path.startsWith('/api/')) return next();
    const name = keys[key](ctx);
    if (stored.has(name)) {
      ctx.respond = false;
      ctx.res.setHeader('Content-Type', 'application/json');
      ctx.res.statusCode = 200;
      ctx.res.end(stored.get(name));
      return;
    }
    const { end } = ctx.res;
    ctx.res.end = (chunk, ...more) => {
      if (ctx.res.statusCode === 200 && chunk) stored.set(name, chunk);
      return end.call(ctx.res, chunk, ...more);
    };
    await next();
  };
};

/** Puts the caches where they say, before Strapi is loaded. */
export const addCaches = (strapi, caches) => {
  const { server } = strapi;
  const { initMiddlewares, initRouting } = server;
  const at = (place) => caches.filter(place).map((cache) => (cache.keeps === 'bytes' ? byteCache : bodyCache)(cache));
  for (const cache of at(({ where }) => where === 'outside')) server.use(cache);
  server.initMiddlewares = () => {
    for (const cache of at(({ where }) => where === 'site')) server.use(cache);
    return initMiddlewares.call(server);
  };
  server.initRouting = () => {
    for (const { where } of caches.filter(({ where: place }) => place !== 'outside' && place !== 'site')) {
      for (const router of Object.values(strapi.api(where).routes)) {
        for (const route of router.routes.filter(({ method }) => method === 'GET')) {
          route.config = { ...route.config };
          route.config.middlewares = [...(route.config.middlewares ?? []), ...at((one) => one.where === where)];
        }
      }
    }
    return initRouting.call(server);
  };
};
