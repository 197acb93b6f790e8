import type { Context, Next } from 'koa';
import { failure } from './errors';

/**
 * Levels of a body, more than any editor, form or client makes. What walks through a body walks by recursion – Strapi, yup,
 * GraphQL, JSON itself –, and some thousand levels end in a stack that is full.
 */
const nestingMax = 500;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value has more levels of objects and lists than these. Without recursion. */
export const isNestedDeeper = (value: unknown, levels: number): boolean => {
  let level = [value].filter(isObject);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= levels) return true;
    level = level.flatMap((one) => Object.values(one).filter(isObject));
  }
  return false;
};

/**
 * Looks at the body of every request as it is set, whoever parses it: Strapi, its GraphQL plugin and a site's own middleware
 * each do for themselves. The parser gets the error, and answers it as one of its own. @throws 400 `invalid_body`
 */
export const guardBodies = (ctx: Context, next: Next): Promise<void> => {
  let body: unknown;
  Object.defineProperty(ctx.request, 'body', {
    configurable: true,
    enumerable: true,
    get: () => body,
    set: (value: unknown) => {
      if (isNestedDeeper(value, nestingMax)) {
        throw failure('invalid_body', `The body is nested too deep: at most ${nestingMax} levels`);
      }
      body = value;
    },
  });
  return next();
};
