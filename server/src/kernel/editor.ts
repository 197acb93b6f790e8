import type { Context } from 'koa';
import type { Permission } from '../../../contract';
import { PLUGIN } from './strapi';

/** The name of the user of the admin panel who asks, or null where he has none. */
export const editorName = (ctx: Context): string | null => {
  const { user } = ctx.state as { user?: { firstname?: string | null; lastname?: string | null } };
  return [user?.firstname, user?.lastname].filter(Boolean).join(' ') || null;
};

/** Whether the user of the admin panel who asks holds one of our permissions. */
export const editorMay = (ctx: Context, permission: Permission): boolean =>
  (ctx.state as { userAbility: { can(action: string): boolean } }).userAbility.can(`plugin::${PLUGIN}.${permission}`);
