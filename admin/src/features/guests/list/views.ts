import type { SavedView } from '../../../../../contract/saved-views';
import type { Permission } from '../../../../../contract/routes';
import { filterOf, noFilter, readQuery, writeQuery, type GuestsFilter, type GuestsQuery } from './query';

/** The views that everybody has, in their order; each a filter. */
export const namedViews = {
  all: {},
  waiting: { state: 'waiting' },
  'without-credentials': { state: 'without-credentials' },
  never: { absence: 'never' },
  away: { absence: 'unused' },
  'key-soon': { keyTerm: 'soon' },
  closed: { state: 'closed' },
} as const satisfies Record<string, Partial<GuestsFilter>>;
export type NamedView = keyof typeof namedViews;

const asked = Object.keys(namedViews) as NamedView[];

/** Those that somebody can be shown: what a key says is for who sees accesses. */
export const namedViewsFor = (may: (permission: Permission) => boolean): NamedView[] =>
  asked.filter((view) => view !== 'key-soon' || may('access.read'));

/** Whether a list is narrowed by this, and by nothing else. */
export const isView = (query: GuestsFilter, filter: Partial<GuestsFilter>): boolean =>
  JSON.stringify(filterOf(query)) === JSON.stringify(filterOf({ ...noFilter, ...filter }));

const start = readQuery(new URLSearchParams());

/** The address of a list that is narrowed by a filter. */
export const addressOf = (filter: Partial<GuestsFilter>): string =>
  `?${writeQuery({ ...start, ...filter }).toString()}`;

/** A filter as it is kept. */
export const searchOf = (query: GuestsFilter): string => writeQuery({ ...start, ...filterOf(query) }).toString();

/** What was kept, as a filter; what makes no sense any more is left out. */
export const filterIn = ({ search }: Pick<SavedView, 'search'>): GuestsFilter =>
  filterOf(readQuery(new URLSearchParams(search)));

/** Whether a list shows what was kept. */
export const isSaved = (query: GuestsQuery, view: SavedView): boolean => isView(query, filterIn(view));
