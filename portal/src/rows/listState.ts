import type { Section } from '../api/guestAccess';
import { columnsOf, filterFields, filterValues, isSortable } from './columns';
import { sortDirections, type ListState, type Sort } from './rowQuery';

const readPage = (text: string | null): number => {
  const page = Number(text ?? '1');
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
};

const readSort = (text: string | null, section: Section): Sort | null => {
  const [field, given] = (text ?? '').split(':');
  const direction = sortDirections.find((each) => each === given);
  const column = columnsOf(section).find(({ name }) => name === field);
  return column !== undefined && direction !== undefined && isSortable(column)
    ? { field: column.name, direction }
    : null;
};

/** How the address names the value that a field must have: `only.state=done`. */
const onlyKey = (name: string): string => `only.${name}`;

const readOnlyValues = (params: URLSearchParams, section: Section): ListState['only'] =>
  Object.fromEntries(
    filterFields(section).flatMap((field): [string, string][] => {
      const value = filterValues(field).find((each) => each === params.get(onlyKey(field.name)));
      return value === undefined ? [] : [[field.name, value]];
    })
  );

/** The language that the address asks for, of those that the section's content may have; null for the default one. */
export const readLocale = (params: URLSearchParams, { contentLocales = [] }: Section): string | null =>
  contentLocales.slice(1).find(({ code }) => code === params.get('locale'))?.code ?? null;

/** Reads what the address says of a list; what makes no sense there counts as not said. */
export const readListState = (params: URLSearchParams, section: Section): ListState => ({
  locale: readLocale(params, section),
  page: readPage(params.get('page')),
  search: (params.get('q') ?? '').trim(),
  sort: readSort(params.get('sort'), section),
  only: readOnlyValues(params, section),
});

/** The address of a list, so that the back button and a bookmark lead to the same rows. What is usual is left out. */
export const writeListState = ({ locale, page, search, sort, only }: ListState): URLSearchParams => {
  const params = new URLSearchParams();
  if (locale !== null) params.set('locale', locale);
  if (search !== '') params.set('q', search);
  if (sort !== null) params.set('sort', `${sort.field}:${sort.direction}`);
  for (const [name, value] of Object.entries(only)) params.set(onlyKey(name), value);
  if (page > 1) params.set('page', String(page));
  return params;
};

/** A press on a column's heading: ascending, then descending, then the usual order again. */
export const nextSort = (current: Sort | null, field: string): Sort | null => {
  if (current?.field !== field) return { field, direction: 'asc' };
  return current.direction === 'asc' ? { field, direction: 'desc' } : null;
};
