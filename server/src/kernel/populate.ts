import type { Strapi } from './strapi';

export type Populate = Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Strapi takes `true`, `['a', 'a.b']` and an object; the first two are put as the third. */
export const populateTree = (strapi: Strapi, uid: string, populate: unknown): Populate => {
  if (populate === true || populate === '*') {
    const attributes = strapi.db.metadata.get(uid).attributes;
    return Object.fromEntries(
      Object.keys(attributes)
        .filter((name) => attributes[name]?.type === 'relation')
        .map((name) => [name, true])
    );
  }
  if (typeof populate === 'string') return populateTree(strapi, uid, [populate]);
  if (!Array.isArray(populate)) return isObject(populate) ? populate : {};
  const tree: Populate = {};
  for (const path of populate as string[]) {
    let level = tree;
    for (const [index, name] of path.split('.').entries()) {
      const isLast = index === path.split('.').length - 1;
      const node = isObject(level[name]) ? level[name] : {};
      level[name] = node;
      if (isLast) break;
      if (!isObject(node['populate'])) node['populate'] = {};
      level = node['populate'] as Populate;
    }
  }
  return tree;
};
