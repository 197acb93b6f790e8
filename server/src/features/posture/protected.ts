import type { Settings } from '../../../../contract';
import { modelOf, readableAttributes, type Model, type Strapi } from '../../kernel';

/** A content type that guests are shown row by row, with the fields that some of them may read. */
export interface ProtectedType {
  readonly model: Model;
  readonly fields: ReadonlySet<string>;
}

/** The content types on which an access type or a resource type stands. */
export const protectedTypes = (
  strapi: Strapi,
  { accessTypes, resourceTypes }: Pick<Settings, 'accessTypes' | 'resourceTypes'>
): ProtectedType[] => {
  const types = new Map<string, { model: Model; fields: Set<string> }>();
  for (const { contentType, readFields } of [...accessTypes, ...resourceTypes]) {
    const model = modelOf(strapi, contentType);
    if (model === null) continue;
    const known = types.get(contentType) ?? { model, fields: new Set() };
    for (const field of readFields ?? readableAttributes(model)) known.fields.add(field);
    types.set(contentType, known);
  }
  return [...types.values()];
};

/** Whether an attribute holds files, itself or in a component, at whatever depth. */
const holdsFiles = (strapi: Strapi, model: Model, name: string, seen: ReadonlySet<string> = new Set()): boolean => {
  const attribute = model.attributes[name];
  if (attribute === undefined) return false;
  if (attribute.type === 'media') return true;
  const parts = attribute.component === undefined ? (attribute.components ?? []) : [attribute.component];
  return parts
    .filter((uid) => !seen.has(uid))
    .some((uid) => {
      const part = modelOf(strapi, uid);
      const below = new Set([...seen, uid]);
      return part !== null && readableAttributes(part).some((one) => holdsFiles(strapi, part, one, below));
    });
};

/** The fields of a protected type that guests may read and that hold files. */
export const fileFields = (strapi: Strapi, { model, fields }: ProtectedType): string[] =>
  [...fields].filter((name) => holdsFiles(strapi, model, name));
