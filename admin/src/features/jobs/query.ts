import { useSearchParams } from 'react-router-dom';
import { jobStates, type JobState } from '../../../../contract/jobs';
import { oneOf, readPage, type PageQuery } from '../../kernel/list/address';

/** One page of the jobs, as it stands in the address of the page. */
export interface JobsQuery extends PageQuery {
  state: JobState | undefined;
}

/** Reads the query out of the page's address; what makes no sense there falls back. */
export const readQuery = (search: URLSearchParams): JobsQuery => ({
  state: oneOf(jobStates, search.get('state')),
  ...readPage(search),
});

export const writeQuery = ({ state, page, pageSize }: JobsQuery): URLSearchParams =>
  new URLSearchParams({ ...(state && { state }), page: String(page), pageSize: String(pageSize) });

/** The query, kept in the address of the page. */
export const useJobsQuery = () => {
  const [search, setSearch] = useSearchParams();
  return {
    query: readQuery(search),
    /** Another state begins at its first page. */
    narrow: (state: JobState | undefined) => setSearch((now) => writeQuery({ ...readQuery(now), state, page: 1 })),
    toPage: (page: number) => setSearch((now) => writeQuery({ ...readQuery(now), page }), { replace: true }),
  };
};
