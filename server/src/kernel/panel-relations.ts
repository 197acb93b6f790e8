import type { Context, Next } from 'koa';
import { panelAbilityOf, type Ability } from './effects';
import { failure } from './errors';
import { contentTypesOf, modelOf, type Attribute, type Model } from './models';
import { isOurs } from './panel-guard';
import type { Strapi } from './strapi';

const READ = 'plugin::content-manager.explorer.read';

/** What these routes take of their caller and the panel never sends: it names what is answered of the rows that are found. */
const shaping = ['fields', 'populate', 'filters', 'sort'];

/** Types of files lead to whatever has files; none of ours has. */
const FILE = 'plugin::upload.file';

const nextOf = (
  strapi: Strapi,
  { uid }: Model,
  { type, relation, target, component, components }: Attribute
): string[] => {
  if (type === 'component') return component ? [component] : [];
  if (type === 'dynamiczone') return components ?? [];
  if (type !== 'relation') return [];
  if (target) return [target];
  const anywhere = relation?.startsWith('morph') && uid !== FILE;
  return anywhere ? contentTypesOf(strapi).map((model) => model.uid) : [];
};

/** Whether a relation, component or dynamic zone leads from a type to one that is wanted, through however many. */
const leadsTo = (strapi: Strapi, from: string, wanted: (uid: string) => boolean): boolean => {
  const seen = new Set<string>();
  const visit = (uid: string): boolean => {
    if (wanted(uid)) return true;
    const model = seen.has(uid) ? null : modelOf(strapi, uid);
    seen.add(uid);
    if (model === null) return false;
    return Object.values(model.attributes).some((attribute) => nextOf(strapi, model, attribute).some(visit));
  };
  return visit(from);
};

/** The content types that a component is part of, in others or by itself. */
const holdersOf = (strapi: Strapi, component: string): string[] => {
  const isPart = (uid: string, seen: Set<string>): boolean => {
    if (uid === component) return true;
    if (seen.has(uid)) return false;
    seen.add(uid);
    return partsOf(uid).some((part) => isPart(part, seen));
  };
  const partsOf = (uid: string): string[] =>
    Object.values(modelOf(strapi, uid)?.attributes ?? {}).flatMap((one) =>
      one.type === 'component' && one.component ? [one.component] : (one.components ?? [])
    );
  return contentTypesOf(strapi).flatMap(({ uid }) =>
    partsOf(uid).some((part) => isPart(part, new Set())) ? [uid] : []
  );
};

/** Strapi asks for the right to read the source only where that is a content type. */
const mayReadSource = (strapi: Strapi, ability: Ability | null, source: string, target: string): boolean => {
  if (ability === null) return false;
  if (source.includes('::') || ability.can(READ, target)) return true;
  return holdersOf(strapi, source).some((uid) => ability.can(READ, uid));
};

/**
 * Asked at the content manager's relation routes, once it is known who calls. Rows of ours are shown there to whoever may read where they are picked, or
 * them; and as the panel shows them: what the caller would have of fields, rows below, conditions and order is refused
 * wherever it could lead to ours. @throws 400 `invalid_query`, 403 `forbidden`
 */
const checkRequest = (strapi: Strapi, ctx: Context): void => {
  const { model = '', targetField = '' } = ctx.params as { model?: string; targetField?: string };
  const target = modelOf(strapi, model)?.attributes[targetField]?.target;
  if (target === undefined || !leadsTo(strapi, target, isOurs)) return;
  const asked = Object.keys(ctx.query).find((name) => shaping.includes(name));
  if (asked !== undefined) throw failure('invalid_query', `Invalid key ${asked}`, { key: asked });
  if (isOurs(target) && !mayReadSource(strapi, panelAbilityOf(ctx), model, target)) {
    throw failure('forbidden', 'Forbidden');
  }
};

interface Route {
  path: string;
  config?: { middlewares?: unknown[] };
}

/** Called at register, before Strapi makes its routes. */
export const guardRelationRoutes = (strapi: Strapi): void => {
  const { routes } = strapi.plugin('content-manager') as unknown as { routes: Record<string, { routes: Route[] }> };
  const guard = (ctx: Context, next: Next): Promise<unknown> => {
    checkRequest(strapi, ctx);
    return next();
  };
  for (const route of Object.values(routes).flatMap((router) => router.routes)) {
    if (!route.path.startsWith('/relations/')) continue;
    route.config = { ...route.config, middlewares: [...(route.config?.middlewares ?? []), guard] };
  }
};
