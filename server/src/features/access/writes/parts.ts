import type { Model } from '../../../kernel';
import { componentOf, partsIn, type Models } from './content';

type Row = Record<string, unknown>;

/** Ids of the components of one version, by `<uid> <id>` of those in the same places of another. */
export type PartIds = ReadonlyMap<string, unknown>;

const partAttributes = (model: Model) =>
  Object.entries(model.attributes).filter(([, { type }]) => type === 'component' || type === 'dynamiczone');

/** Pairs the components of two versions that hold the same: a body names them by the ids of the version that was read. */
export const pairParts = (models: Models, model: Model, from: Row, to: Row): PartIds =>
  new Map(
    partAttributes(model).flatMap(([name, attribute]) => {
      const others = partsIn(to[name]);
      return partsIn(from[name]).flatMap((part, index): [string, unknown][] => {
        const [uid, other] = [componentOf(attribute, part), others[index]];
        const component = models(uid);
        if (component === null || other === undefined || componentOf(attribute, other) !== uid) return [];
        return [[`${uid} ${String(part['id'])}`, other['id']], ...pairParts(models, component, part, other)];
      });
    })
  );

/**
 * A body with the components named as another version has them.
 * @param unpaired what becomes of an id that is in no pair: `keep` it, to be refused, or `drop` it, for a component of its own
 */
export const renameParts = (
  models: Models,
  model: Model,
  data: Row,
  ids: PartIds,
  unpaired: 'keep' | 'drop' = 'keep'
): Row => {
  const renamed = Object.fromEntries(
    partAttributes(model)
      .filter(([name]) => data[name] !== undefined && data[name] !== null)
      .map(([name, attribute]) => {
        const rename = (part: Row): Row => {
          const uid = componentOf(attribute, part);
          const component = models(uid);
          const { id, ...rest } = part;
          const inside = component === null ? rest : renameParts(models, component, rest, ids, unpaired);
          const other = ids.get(`${uid} ${String(id)}`) ?? (unpaired === 'keep' ? id : undefined);
          return other === undefined ? inside : { id: other, ...inside };
        };
        const value = data[name];
        return [name, Array.isArray(value) ? partsIn(value).map(rename) : partsIn(value).map(rename)[0]];
      })
  );
  return { ...data, ...renamed };
};
