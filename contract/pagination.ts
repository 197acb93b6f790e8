import { number, object, type InferType } from 'yup';

export const pageSizeMax = 100;

/** `?page=1&pageSize=25`, for lists. */
export const pageQuery = {
  page: number().integer().min(1).max(1_000_000).default(1),
  pageSize: number().integer().min(1).max(pageSizeMax).default(25),
};

export const pagination = object({
  page: number().required(),
  pageSize: number().required(),
  pageCount: number().required(),
  total: number().required(),
});
export type Pagination = InferType<typeof pagination>;
