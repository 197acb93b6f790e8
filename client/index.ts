export type { GuestCall } from '../contract/routes';
export { createClient, type AnswerOf, type Client } from './client';
export { isRow, type Content, type Page, type Row } from './content';
export { GuestAccessError, UnreachableError } from './errors';
export type { Query, QueryValue } from './queryString';
export type { CallOptions, ClientOptions, RequestOptions } from './request';
export type { Retry } from './retry';
export type { ErrorCode } from '../contract/errors';
export type { ErrorDetails } from '../contract/readError';
