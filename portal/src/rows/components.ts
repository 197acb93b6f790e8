import type { Field, Section } from '../api/guestAccess';

export type Component = NonNullable<Section['components']>[number];

/** One component as it is shown. */
export interface Part {
  /** What the site calls it; null where there is but one kind of it and the field's own name says enough. */
  readonly label: string | null;
  readonly values: readonly { readonly field: Field; readonly value: unknown }[];
}

/** The component that a value is: a zone's says so itself, another is the only one that its field may hold. */
const componentOf = (field: Field, value: object, components: readonly Component[]): Component | undefined => {
  const said = '__component' in value ? value.__component : undefined;
  const uid = field.zone === true ? said : field.components?.[0];
  return components.find((component) => component.uid === uid);
};

/** The components of a field's value, one or several, field by field. What was not asked for is left out. */
export const partsOf = (field: Field, value: unknown, components: readonly Component[]): Part[] => {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((each): Part[] => {
    if (typeof each !== 'object' || each === null) return [];
    const component = componentOf(field, each, components);
    if (component === undefined) return [];
    const held = new Map<string, unknown>(Object.entries(each));
    const values = component.fields
      .filter(({ name }) => held.has(name))
      .map((inner) => ({ field: inner, value: held.get(inner.name) }));
    return [{ label: field.zone === true ? component.label : null, values }];
  });
};
