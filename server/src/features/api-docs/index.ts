import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

/** The OpenAPI documents of the API, each to whom its calls are for. */
export const apiDocs: Feature = { name: 'api-docs', endpoints };
