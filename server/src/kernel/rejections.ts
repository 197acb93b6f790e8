import process from 'node:process';
import { guestOf } from './guest';
import { currentContext, type Strapi } from './strapi';

const EVENT = 'unhandledRejection';

/** https://nodejs.org/api/cli.html#--unhandled-rejectionsmode: where the site's owner has chosen that Node goes on. */
const goesOn = /--unhandled-rejections[= ](warn|none)/;

const asNodeDoes = (reason: unknown): void => {
  if (process.listenerCount(EVENT) > 1 || goesOn.test([...process.execArgv, process.env.NODE_OPTIONS].join(' ')))
    return;
  throw reason instanceof Error ? reason : new Error(`Unhandled rejection: ${String(reason)}`);
};

/**
 * Node ends the process when something fails that nobody waits for. A guest is an outsider, and no request of theirs may do
 * that to everybody: what a site's hooks start in it and let fail is logged. All other rejections are as without us.
 * Returns how to take it away.
 */
export const outliveRejections = (strapi: Strapi): (() => void) => {
  const listener = (reason: unknown): void => {
    // Node calls this in the context of what failed.
    const ctx = currentContext(strapi);
    if (ctx === undefined || guestOf(ctx) === null) return asNodeDoes(reason);
    const told = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    strapi.log.error(`guest-access: what a guest's request started, and nobody waited for, has failed: ${told}`);
  };
  process.on(EVENT, listener);
  return () => void process.off(EVENT, listener);
};
