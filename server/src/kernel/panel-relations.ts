import type { Context, Next } from 'koa';
import { failure } from './errors';
import { isOurs } from './panel-guard';
import {
  contentTypesOf,
  FILE,
  guardRelationPickers,
  modelOf,
  panelAbilityOf,
  READ_CONTENT,
  type Ability,
  type Attribute,
  type Model,
  type Strapi,
} from './strapi';

/** What these routes take of their caller and the panel never sends: it names what is answered of the rows that are found. */
const shaping = ['fields', 'populate', 'filters', 'sort'];

const nextOf = (
  strapi: Strapi,
  { uid }: Model,
  { type, relation, target, component, components }: Attribute
): string[] => {
  if (type === 'component') return component ? [component] : [];
  if (type === 'dynamiczone') return components ?? [];
  if (type !== 'relation') return [];
  if (target) return [target];
  // Files lead to whatever has files; none of ours has.
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
  if (source.includes('::') || ability.can(READ_CONTENT, target)) return true;
  return holdersOf(strapi, source).some((uid) => ability.can(READ_CONTENT, uid));
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

/** Called at register, before Strapi makes its routes. */
export const guardRelationRoutes = (strapi: Strapi): void => {
  guardRelationPickers(strapi, (ctx: Context, next: Next): Promise<unknown> => {
    checkRequest(strapi, ctx);
    return next();
  });
};
