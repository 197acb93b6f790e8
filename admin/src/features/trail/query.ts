import { useSearchParams } from 'react-router-dom';
import type { QueryOf } from '../../../../contract/endpoint';
import { actorKinds, type ActorKind } from '../../../../contract/activity';
import { trailTopicNames, type ListTrail, type TrailTopic } from '../../../../contract/trail';
import { oneOf } from '../../kernel/list/address';

/** How far back the list goes. */
export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

const days: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30 };
const dayMs = 24 * 3_600_000;

/** What the page shows, as it stands in its address. */
export interface TrailQuery {
  topic: TrailTopic | undefined;
  by: ActorKind | undefined;
  period: Period | undefined;
  guestId: string | undefined;
  contactId: string | undefined;
  /** A row of the site. */
  row: { contentType: string; rowId: string } | undefined;
  /** Where the page before ended; undefined for the newest. */
  before: string | undefined;
}

export const noFilter: Readonly<TrailQuery> = {
  topic: undefined,
  by: undefined,
  period: undefined,
  guestId: undefined,
  contactId: undefined,
  row: undefined,
  before: undefined,
};

const matching = (pattern: RegExp, text: string | null): string | undefined =>
  text !== null && pattern.test(text) ? text : undefined;
const id = /^[a-z0-9]{24}$/;

const readRow = (search: URLSearchParams): TrailQuery['row'] => {
  const contentType = matching(/^[\w-]+::[\w-]+\.[\w-]+$/, search.get('type'));
  const rowId = matching(id, search.get('row'));
  return contentType === undefined || rowId === undefined ? undefined : { contentType, rowId };
};

/** Reads the query out of the page's address; what makes no sense there is left out. */
export const readQuery = (search: URLSearchParams): TrailQuery => ({
  topic: oneOf(trailTopicNames, search.get('topic')),
  by: oneOf(actorKinds, search.get('by')),
  period: oneOf(periods, search.get('period')),
  guestId: matching(id, search.get('guest')),
  contactId: matching(id, search.get('contact')),
  row: readRow(search),
  before: matching(/^\d{1,16}-\d{1,16}$/, search.get('before')),
});

export const writeQuery = ({ topic, by, period, guestId, contactId, row, before }: TrailQuery): URLSearchParams => {
  const named = {
    topic,
    by,
    period,
    guest: guestId,
    contact: contactId,
    type: row?.contentType,
    row: row?.rowId,
    before,
  };
  return new URLSearchParams(
    Object.entries(named).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]))
  );
};

/** Whether anything narrows the list. */
export const isFiltered = ({ before: _before, ...filter }: TrailQuery): boolean =>
  Object.values(filter).some((value) => value !== undefined);

type Asked = Omit<Partial<QueryOf<typeof ListTrail>>, 'before' | 'pageSize'>;

/** What the server is asked, of a filter. @param now in milliseconds; the beginning of its minute counts, so that one question stays one */
export const askedOf = ({ period, row, before: _before, ...filter }: TrailQuery, now: number): Asked => ({
  ...filter,
  ...row,
  ...(period && { from: new Date(Math.floor(now / 60_000) * 60_000 - days[period] * dayMs).toISOString() }),
});

/** The query, kept in the address of the page so that back, reload and a sent link show the same lines. */
export const useTrailQuery = () => {
  const [search, setSearch] = useSearchParams();
  return {
    query: readQuery(search),
    /** Another filter begins at the newest lines. */
    narrow: (filter: Partial<TrailQuery>) =>
      setSearch((now) => writeQuery({ ...readQuery(now), before: undefined, ...filter })),
    clear: () => setSearch(writeQuery(noFilter)),
  };
};
