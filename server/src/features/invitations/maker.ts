import type { Context } from 'koa';
import type { Permission } from '../../../../contract';
import { editorName, failure, PLUGIN, rows, type Strapi } from '../../kernel';
import type { LinkGrants } from './repository';

const actionOf = (permission: Permission): string => `plugin::${PLUGIN}.${permission}`;

interface Ability {
  can(action: string): boolean;
}

interface PermissionService {
  engine: { generateUserAbility(user: object): Promise<Ability> };
}

interface PanelUser {
  id: number;
  documentId: string;
  isActive: boolean;
  blocked: boolean | null;
}

/** The editor who calls, with what he may do at the moment. Strapi has put both there before any route of the panel. */
export const callerOf = (ctx: Context): { documentId: string; name: string | null; ability: Ability } => {
  const { user, userAbility } = ctx.state as { user: PanelUser; userAbility: Ability };
  return {
    documentId: user.documentId,
    name: editorName(ctx),
    ability: userAbility,
  };
};

/** Whether somebody may make a link that gives this: he gives no more than he may give by hand. */
export const mayGive = (ability: Ability, { resources, accessTypes }: LinkGrants): boolean =>
  ability.can(actionOf('invitations.manage')) &&
  ((accessTypes.length === 0 && resources.every(({ documentIds }) => documentIds.length === 0)) ||
    ability.can(actionOf('access.manage')));

/** Who has a link can come by it himself, so it is made for, and shown to, who may give it. @throws 403 `grants_beyond_own` */
export const requireMayGive = (ability: Ability, grants: LinkGrants): void => {
  if (!mayGive(ability, grants)) throw failure('grants_beyond_own', 'A link gives no more than you may give yourself.');
};

/** What an admin user may do now; null where he is gone, was deactivated or is blocked. */
export const abilityOf = async (strapi: Strapi, documentId: string): Promise<Ability | null> => {
  const user = await rows<PanelUser>(strapi, 'admin::user').findOne({ where: { documentId } });
  if (user === null || !user.isActive || user.blocked) return null;
  return (strapi.service('admin::permission') as unknown as PermissionService).engine.generateUserAbility(user);
};
