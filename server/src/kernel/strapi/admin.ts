import type { Context } from 'koa';
import { PLUGIN, type Strapi } from './app';
import { putLastOnRoute, routeOf, type Route } from './http';
import { sql, tableOf } from './database';
import { modelOf, type Model } from './models';
import { rows, type Where } from './query';
import { linksOf } from './relation-storage';
import type { Middleware } from 'koa';

/** The right to see rows of a content type in the content manager. */
export const READ_CONTENT = 'plugin::content-manager.explorer.read';

/** What a user of the admin panel may do, as Strapi (CASL) keeps it. */
export interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
  rulesFor(action: string, subject: string, field?: string): unknown[];
}

/** A user of the admin panel. */
export interface PanelUser {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly preferedLanguage: string | null;
}

/** The caller's ability; null where nobody of the admin panel asks. */
export const panelAbilityOf = (ctx: Context): Ability | null =>
  (ctx.state as { userAbility?: Ability }).userAbility ?? null;

/** The user of the admin panel who asks; null where it is anybody else. */
export const panelUserOf = (ctx: Context): PanelUser | null => {
  const { user, userAbility } = ctx.state as { user?: PanelUser; userAbility?: Ability };
  return user && userAbility ? user : null;
};

/**
 * Who asked, asked again as things are now: null where their token has run out, their session has ended, or they are gone or were
 * deactivated. For an answer that goes on for long.
 */
export const panelUserAgain = async (
  strapi: Strapi,
  ctx: Context
): Promise<{ user: PanelUser; ability: Ability } | null> => {
  const again = Object.assign(Object.create(ctx) as Context, {
    state: { route: routeOf(ctx) },
    unauthorized: () => undefined,
  });
  await strapi.auth.authenticate(again, () => Promise.resolve());
  const [user, ability] = [panelUserOf(again), panelAbilityOf(again)];
  return user && ability ? { user, ability } : null;
};

type StoredUser = PanelUser & { isActive: boolean; blocked: boolean | null };

export const findPanelUserRow = (
  strapi: Strapi,
  where: { documentId: string } | { email: string }
): Promise<StoredUser | null> => rows<StoredUser>(strapi, 'admin::user').findOne({ where });

interface PermissionService {
  readonly engine: { generateUserAbility(user: object): Promise<Ability> };
  readonly actionProvider: { registerMany(actions: object[]): Promise<void> };
  createPermissionsManager(of: { ability: Pick<Ability, 'rulesFor'>; action: string; model: string }): {
    getQuery(): Where | null;
  };
}

const permissionsOf = (strapi: Strapi): PermissionService =>
  strapi.service('admin::permission') as unknown as PermissionService;

/** What somebody may do who does not ask at the moment. */
export const abilityOfUser = (strapi: Strapi, user: PanelUser): Promise<Ability> =>
  permissionsOf(strapi).engine.generateUserAbility(user);

/**
 * What the rights of an admin user stand on, as one text: while it is the same, so are they. Asking costs one query, where working
 * out the rights of a super administrator takes Strapi tens of milliseconds.
 * @returns null where it cannot be told by the tables alone: a right has a condition, which is code
 */
export const rightsStamp = async (strapi: Strapi, documentId: string): Promise<string | null> => {
  const [held, given] = [linksOf(strapi, 'admin::user', 'roles'), linksOf(strapi, 'admin::permission', 'role')];
  const [found] = await sql(strapi, (knex) =>
    knex({ user: tableOf(strapi, 'admin::user') })
      .leftJoin({ held: held.table }, `held.${held.own}`, 'user.id')
      .leftJoin({ given: given.table }, `given.${given.target}`, `held.${held.target}`)
      .leftJoin({ right: tableOf(strapi, 'admin::permission') }, 'right.id', `given.${given.own}`)
      .where('user.document_id', documentId)
      .groupBy('user.id', 'user.updated_at', 'user.is_active', 'user.blocked')
      .select<(Record<string, unknown> & { conditional: number | string | null })[]>([
        ...['user.id', 'user.updated_at', 'user.is_active', 'user.blocked'],
        knex.raw('count(??) as rights', ['right.id']),
        knex.raw('max(??) as newest', ['right.id']),
        knex.raw('sum(??) as ids', ['right.id']),
        knex.raw('max(??) as changed', ['right.updated_at']),
        knex.raw(`sum(case when cast(?? as char(3)) in ('[]', 'nul') or ?? is null then 0 else 1 end) as conditional`, [
          'right.conditions',
          'right.conditions',
        ]),
      ])
  );
  return found === undefined || Number(found.conditional ?? 0) > 0 ? null : JSON.stringify(found);
};

/** An action of ours in the role editor. */
export interface PanelAction {
  readonly uid: string;
  readonly displayName: string;
  readonly subCategory: string;
}

/** Registers our actions with the admin panel's roles. The panel itself starts after the plugins, and then knows them. */
export const registerPanelActions = async (strapi: Strapi, actions: readonly PanelAction[]): Promise<void> => {
  await permissionsOf(strapi).actionProvider.registerMany(
    actions.map((action) => ({ section: 'plugins', pluginName: PLUGIN, ...action }))
  );
};

/**
 * The rows of a type that an ability shows by the rules that speak of one field: a condition, empty where that is all rows; null
 * where it is none.
 */
export const conditionOfRoles = (
  strapi: Strapi,
  ability: Ability,
  uid: string,
  field?: string,
  action = READ_CONTENT
): Where | null =>
  permissionsOf(strapi)
    .createPermissionsManager({
      ability: { rulesFor: (name, subject) => ability.rulesFor(name, subject, field) },
      action,
      model: uid,
    })
    .getQuery();

interface ContentTypeService {
  getNestedFields(model: Model, options: { components: unknown }): string[];
}

/** The names under which roles know an attribute: itself, or the fields of a component one by one. */
export const fieldsOfRoles = (strapi: Strapi, uid: string, field: string): string[] => {
  const model = modelOf(strapi, uid);
  if (model === null) return [];
  const { components } = strapi;
  const known = (strapi.service('admin::content-type') as unknown as ContentTypeService).getNestedFields(model, {
    components,
  });
  return known.filter((name) => name === field || name.startsWith(`${field}.`));
};

/** Whether a request is for one of the panel's routes that is none of ours. */
export const isPanelRequest = (ctx: Context): boolean => {
  const info = routeOf(ctx)?.info;
  return info?.type === 'admin' && info.pluginName !== PLUGIN;
};

/** Whether a type is left out of the content manager (`pluginOptions`, `visible: false`). */
export const isHiddenFromEditors = (model: Model): boolean => {
  const options = model.pluginOptions?.['content-manager'];
  return typeof options === 'object' && options !== null && 'visible' in options && options.visible === false;
};

/** Whether an address is one of the content manager's API. As the router matches: whatever the case. */
export const isContentManagerPath = (path: string): boolean => /^\/content-manager\//i.test(path);

/** Puts a middleware on the content manager's routes about relations, at which it is known who calls. Called at register. */
export const guardRelationPickers = (strapi: Strapi, middleware: Middleware): void => {
  const { routes } = strapi.plugin('content-manager') as unknown as { routes: Record<string, { routes: Route[] }> };
  for (const route of Object.values(routes).flatMap((router) => router.routes)) {
    if (route.path?.startsWith('/relations/')) putLastOnRoute(route, middleware);
  }
};

interface ContentConfiguration {
  findConfiguration(type: { uid: string }): Promise<{ metadatas?: Record<string, { edit?: { label?: string } }> }>;
}

/** What an editor named the fields of a type or component in the content manager. */
export const editorLabelsOf = async (strapi: Strapi, model: Model): Promise<Record<string, string>> => {
  const name = model.modelType === 'component' ? 'components' : 'content-types';
  const service = strapi.plugin('content-manager').service(name) as ContentConfiguration;
  const { metadatas = {} } = await service.findConfiguration(model);
  return Object.fromEntries(
    Object.entries(metadatas).flatMap(([field, { edit }]) =>
      edit?.label && edit.label !== field ? [[field, edit.label]] : []
    )
  );
};

interface Encryption {
  encrypt(text: string): string | null;
  decrypt(text: string): string | null;
}

/** Strapi's own way to keep a secret that can be shown again, as it does its API tokens. Null without an encryption key. */
export const encryptionOf = (strapi: Strapi): Encryption | null =>
  strapi.config.get('admin.secrets.encryptionKey')
    ? (strapi.service('admin::encryption') as unknown as Encryption)
    : null;
