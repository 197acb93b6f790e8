import { contract } from '../contract';
import { routes, type EndpointName } from '../routes';
import { commentsIn } from './comments';
import { openApiDocument, type OpenApiDocument, type Side } from './document';

export type { OpenApiDocument, Operation, Side } from './document';
export type { JsonSchema } from './schema';

const isName = (name: string): name is EndpointName => Object.hasOwn(routes, name);

/**
 * Both documents of the API.
 * @param sources the files of the contract by their names without ending, for the comments of the endpoints
 */
export const documents = (
  sources: readonly { readonly name: string; readonly text: string }[],
  version: string
): Record<Side, OpenApiDocument> => {
  const comments = new Map(sources.flatMap(({ name, text }) => commentsIn(name, text)));
  const endpoints = Object.keys(routes)
    .filter(isName)
    .map((name) => contract[name]);
  const documentOf = (side: Side) => openApiDocument({ side, version, endpoints, comments });
  return { guest: documentOf('guest'), admin: documentOf('admin') };
};
