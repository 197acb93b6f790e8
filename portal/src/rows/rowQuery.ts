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
}

const sortQuery = (section: Section, sort: Sort | null): Query => {
  if (sort !== null) return { sort: [`${sort.field}:${sort.direction}`] };
  const label = labelField(section);
  return isSortable(label) ? { sort: [`${label.name}:asc`] } : {};
};

const searchQuery = (section: Section, search: string): Query => {
  const names = searchedFields(section);
  if (search === '' || names.length === 0) return {};
  return { filters: { $or: names.map((name) => ({ [name]: { $containsi: search } })) } };
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
  { locale, page, search, sort }: ListState
): Query => ({
  ...fieldsQuery(columns),
  ...localeQuery(locale),
  ...sortQuery(section, sort),
  ...searchQuery(section, search),
  pagination: { page, pageSize },
});
