import type { Field, Section } from '../api/guestAccess';
import type { Query, QueryValue } from '../api/queryString';
import { isSortable, labelField, searchedFields } from './columns';

export const pageSize = 25;

const populateOf = ({ kind, target }: Field): QueryValue | null => {
  switch (kind) {
    case 'relation':
      return target === undefined ? null : { fields: [target.labelField] };
    case 'media':
      return { fields: ['name', 'url'] };
    case 'component':
      return true;
    default:
      return null;
  }
};

const isStored = ({ kind }: Field): boolean => kind !== 'relation' && kind !== 'media' && kind !== 'component';

/** Asks for exactly these fields: what is in the row by `fields`, what hangs on it by `populate`. */
export const fieldsQuery = (fields: readonly Field[]): Query => {
  const stored = [...new Set(fields.filter(isStored).map(({ name }) => name))];
  const populated = fields.flatMap((field): [string, QueryValue][] => {
    const populate = populateOf(field);
    return populate === null ? [] : [[field.name, populate]];
  });
  return {
    fields: stored.length === 0 ? ['documentId'] : stored,
    ...(populated.length === 0 ? {} : { populate: Object.fromEntries(populated) }),
  };
};

export const sortDirections = ['asc', 'desc'] as const;
export interface Sort {
  readonly field: string;
  readonly direction: (typeof sortDirections)[number];
}

/** What a person has asked of a list. `sort` null means the usual order, by the row's name. */
export interface ListState {
  /** The language of the content; null for the site's default, or where the content has none. */
  readonly locale: string | null;
  readonly page: number;
  readonly search: string;
  readonly sort: Sort | null;
  /** The one value that a field must have, by the field's name. */
  readonly only: Readonly<Record<string, string>>;
}

const sortQuery = (section: Section, sort: Sort | null): Query => {
  if (sort !== null) return { sort: [`${sort.field}:${sort.direction}`] };
  const label = labelField(section);
  return isSortable(label) ? { sort: [`${label.name}:asc`] } : {};
};

const searchFilter = (section: Section, search: string): Query => {
  const names = searchedFields(section);
  if (search === '' || names.length === 0) return {};
  return { $or: names.map((name) => ({ [name]: { $containsi: search } })) };
};

const onlyFilter = (only: ListState['only']): Query =>
  Object.fromEntries(Object.entries(only).map(([name, value]) => [name, { $eq: value }]));

const filtersQuery = (section: Section, { search, only }: Pick<ListState, 'search' | 'only'>): Query => {
  const filters = { ...searchFilter(section, search), ...onlyFilter(only) };
  return Object.keys(filters).length === 0 ? {} : { filters };
};

const localeQuery = (locale: string | null): Query => (locale === null ? {} : { locale });

/** Strapi's own, readable whatever the section lists; a save says which state of the row it is based on. */
const lastChange: Field = { name: 'updatedAt', kind: 'datetime', required: false, writable: false };

/** Everything of one row that the guest may read, in one language. */
export const rowQuery = (section: Section, locale: string | null): Query => ({
  ...fieldsQuery([...section.fields, lastChange]),
  ...localeQuery(locale),
});

/** One page of a section, with the columns that are shown. */
export const listQuery = (
  section: Section,
  columns: readonly Field[],
  { locale, page, search, sort, only }: ListState
): Query => ({
  ...fieldsQuery(columns),
  ...localeQuery(locale),
  ...sortQuery(section, sort),
  ...filtersQuery(section, { search, only }),
  pagination: { page, pageSize },
});
