import type { Context } from 'koa';
import type { GuestPrincipal } from '../../../kernel';

/** A request that the plugin makes of itself, to see whether it comes through to the handler. */
export interface Trial {
  /** In the path, and in the answer. */
  readonly name: string;
  /** The one scope that it has. */
  readonly scope: string;
  /** Whether its answer may be stored on the way, as that of a caller who is no guest. */
  readonly stored: boolean;
  readonly guest: GuestPrincipal;
}

/** By Node's request, which the plugin makes itself: nobody can send one. */
const trials = new WeakMap<object, Trial>();

export const beginTrial = (request: object, trial: Trial): void => void trials.set(request, trial);

export const trialOf = (ctx: Context): Trial | null => trials.get(ctx.req) ?? null;
