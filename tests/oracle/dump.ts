import { attributeOf, declared, isComponent, isScalar } from './models';

export type Scalar = string | number | boolean | null;

/** A row as it lies in the database: every language and every version of a document is one. A component is one, too. */
export interface Row {
  /** The content type or component. */
  uid: string;
  id: number;
  /** Empty for a component. */
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
  values: Readonly<Record<string, Scalar>>;
  /** Ids of related rows, in the order of the links. */
  links: Readonly<Record<string, readonly number[]>>;
  /** Components and dynamic zones. */
  parts: Readonly<Record<string, readonly Row[]>>;
}

type Raw = Record<string, unknown>;

const treeOf = (uid: string): Raw =>
  Object.fromEntries(
    declared(uid).flatMap(([name, { type, component, components }]): [string, Raw][] => {
      if (type === 'relation') return [[name, { select: ['id'] }]];
      if (type === 'component' && component) return [[name, { populate: treeOf(component) }]];
      if (type !== 'dynamiczone') return [];
      return [[name, { on: Object.fromEntries((components ?? []).map((one) => [one, { populate: treeOf(one) }])) }]];
    })
  );

const list = (value: unknown): Raw[] => (Array.isArray(value) ? value : value ? [value] : []) as Raw[];

const toScalar = (value: unknown): Scalar => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return value as Scalar;
};

/** What a relation to one row is linked to: to its draft and to what is published of it, of which Strapi would show one. */
type Linked = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  on?: Record<string, string>;
}

const readLinked = async (uids: readonly string[]): Promise<Linked> => {
  const linked = new Map<string, Map<number, number[]>>();
  for (const uid of uids) {
    const stored = site.strapi.db.metadata.get(uid).attributes as Record<string, { joinTable?: JoinTable }>;
    for (const [name, { relation, target }] of declared(uid)) {
      const joinTable = stored[name]?.joinTable;
      if (!target || !relation?.endsWith('ToOne') || !joinTable) continue;
      const { joinColumn, inverseJoinColumn, on = {} } = joinTable;
      const pairs: { own: number; other: number }[] = await site.strapi.db
        .connection(joinTable.name)
        .select({ own: joinColumn.name, other: inverseJoinColumn.name })
        .where(on)
        .orderBy('id');
      const byOwn = new Map<number, number[]>();
      for (const { own, other } of pairs) byOwn.set(Number(own), [...(byOwn.get(Number(own)) ?? []), Number(other)]);
      linked.set(`${uid} ${name}`, byOwn);
    }
  }
  return linked;
};

const toRow = (uid: string, raw: Raw, linked: Linked): Row => {
  const values: Record<string, Scalar> = {};
  const links: Record<string, number[]> = {};
  const parts: Record<string, Row[]> = {};
  for (const [name, attribute] of declared(uid)) {
    const value = raw[name];
    if (isScalar(attribute)) values[name] = toScalar(value);
    else if (attribute.type === 'relation') {
      const known = linked.get(`${uid} ${name}`);
      links[name] = known ? [...(known.get(Number(raw['id'])) ?? [])] : list(value).map(({ id }) => Number(id));
    } else if (attribute.type !== 'media') {
      parts[name] = list(value).map((part) => toRow(attribute.component ?? String(part['__component']), part, linked));
    }
  }
  return {
    uid,
    id: Number(raw['id']),
    documentId: isComponent(uid) ? '' : String(raw['documentId']),
    locale: (raw['locale'] as string | null | undefined) ?? null,
    publishedAt: toScalar(raw['publishedAt']) as string | null,
    values,
    links,
    parts,
  };
};

/** Everything that some content types hold. */
export const dump = async (contentTypes: readonly string[]): Promise<Map<string, Row[]>> => {
  const linked = await readLinked([...contentTypes, ...Object.keys(site.strapi.components)]);
  const rows = new Map<string, Row[]>();
  for (const uid of contentTypes) {
    const found = (await site.strapi.db
      .query(uid as 'api::task.task')
      .findMany({ orderBy: { id: 'asc' }, populate: treeOf(uid) as never })) as unknown as Raw[];
    rows.set(
      uid,
      found.map((raw) => toRow(uid, raw, linked))
    );
  }
  return rows;
};

/** The value of a field of Strapi's own, or of one that the type declares. */
export const valueOf = (row: Row, name: string): Scalar => {
  if (name === 'id' || name === 'documentId' || name === 'locale' || name === 'publishedAt') return row[name];
  return row.values[name] ?? null;
};

/** Where an attribute leads: the type of a relation or the component. */
export const targetOf = (uid: string, name: string): string => {
  const attribute = attributeOf(uid, name);
  return attribute?.target ?? attribute?.component ?? '';
};
