import { Pagination as Links } from '@strapi/strapi/admin';
import type { Pagination } from '../../../../contract/pagination';
import { defaultPageSize, pageSizes } from './address';

/** Below a list: its pages, and how many rows one has. Both stand in the page's address. */
export const Pages = ({ pagination }: { pagination: Pagination }) => (
  <Links.Root {...pagination} defaultPageSize={defaultPageSize}>
    <Links.PageSize options={pageSizes} />
    <Links.Links />
  </Links.Root>
);
