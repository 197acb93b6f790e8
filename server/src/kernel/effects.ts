import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'koa';
import type { Permission, Route } from '../../../contract';
import { failure } from './errors';
import { GiveUp } from './queue';
import {
  abilityOfUser,
  currentContext,
  findPanelUserRow,
  panelAbilityOf,
  panelUserAgain,
  panelUserOf,
  PLUGIN,
  READ_CONTENT,
  rightsStamp,
  type Ability,
  type PanelUser,
  type Strapi,
} from './strapi';

/**
 * What a call can bring about, and the right that it takes (`docs/decisions/0013-rights-by-effect.md`). An endpoint's own
 * permission says who may knock; this table says what may come of it. Whatever changes or shows something asks here: endpoints,
 * what follows a change in the content manager, joining and presets. To take away needs no more than the endpoint's permission.
 */
export const effects = {
  /** A closed access, or one that is not there yet, lets somebody in. */
  opensAccess: 'access.manage',
  /** Somebody who waits is let in. */
  approves: 'access.manage',
  /** A guest sees the rows of one more contact. */
  pairsContact: 'access.manage',
  /** Whoever an access is for is another: the address or the company of a contact, the address of a guest. */
  changesWhoIsMeant: 'access.manage',
  /** Rows appear: grants, reach, rules, and what joining or a link gives. */
  changesWhatIsVisible: 'access.manage',
  /** A key, a link or a temporary password is read by the editor. */
  showsSecret: 'keys.issue',
  /** What somebody holds: the state of a contact's access, grants, reach and paired contacts. */
  showsAccess: 'access.read',
  /** Names and addresses of the address book. */
  showsContact: 'contacts.read',
  /** Who the guests are, beside the one in question; and that somebody else is told who arrives. */
  showsGuest: 'guests.read',
  /** The portal is looked at as a guest sees it. */
  looksAsGuest: 'access.preview',
  /** Others come in by a link that is passed on. */
  invites: 'invitations.manage',
  /** A key is mailed. */
  sendsKey: 'keys.send',
} as const satisfies Record<string, Permission>;
export type Effect = keyof typeof effects;

/** Whoever of the admin panel asks, with what they may do at the moment. */
export interface PanelCaller {
  readonly id: number;
  readonly documentId: string;
  readonly name: string | null;
  readonly email: string;
  readonly ability: Ability;
  may(effect: Effect): boolean;
  /** Whether an endpoint of this permission is open to them: asked where another does the same for them. */
  holds(permission: Permission): boolean;
  /** Whether the content manager shows them rows of a content type; conditions of a role are asked row by row elsewhere. */
  mayRead(uid: string): boolean;
}

const toCaller = (user: PanelUser, ability: Ability): PanelCaller => ({
  id: user.id,
  documentId: user.documentId,
  name: [user.firstname, user.lastname].filter(Boolean).join(' ') || null,
  email: user.email,
  ability,
  may: (effect) => ability.can(`plugin::${PLUGIN}.${effects[effect]}`),
  holds: (permission) => ability.can(`plugin::${PLUGIN}.${permission}`),
  mayRead: (uid) => ability.can(READ_CONTENT, uid),
});

/** Null where nobody of the admin panel asks. */
export const panelCallerOf = (ctx: Context): PanelCaller | null => {
  const [user, ability] = [panelUserOf(ctx), panelAbilityOf(ctx)];
  return user && ability ? toCaller(user, ability) : null;
};

/** The caller of an endpoint that is still being answered, as they are now; null where they may not call it any more. */
export const callerAgain = async (
  strapi: Strapi,
  ctx: Context,
  { audience }: Pick<Route, 'audience'>
): Promise<PanelCaller | null> => {
  const found = await panelUserAgain(strapi, ctx);
  const isAllowed = typeof audience === 'object' && found?.ability.can(`plugin::${PLUGIN}.${audience.admin}`);
  return found && isAllowed ? toCaller(found.user, found.ability) : null;
};

/** An admin user who does not ask at the moment, by documentId; null where they are gone, deactivated or blocked. */
export const findPanelUser = async (strapi: Strapi, documentId: string): Promise<PanelCaller | null> => {
  const user = await findPanelUserRow(strapi, { documentId });
  if (user === null || !user.isActive || user.blocked) return null;
  return toCaller(user, await abilityOfUser(strapi, user));
};

/** The caller of an endpoint of the panel: Strapi has put them there before its handler runs. */
export const callerOf = (ctx: Context): PanelCaller => {
  const caller = panelCallerOf(ctx);
  if (caller === null) throw failure('forbidden', 'This is for users of the admin panel');
  return caller;
};

const behalf = new AsyncLocalStorage<PanelCaller>();

interface Known {
  readonly caller: PanelCaller;
  readonly stamp: string;
  readonly until: number;
}
const askers = new WeakMap<Strapi, Map<string, Known>>();
/** Whatever else of the site's code decides over rights is asked again after it. */
const knownMs = 5_000;
const knownMax = 50;

/** Whoever asked for a job, with the rights that they have by now: worked out anew where something of them was changed. */
const askerOf = async (strapi: Strapi, documentId: string): Promise<PanelCaller | null> => {
  const known = askers.get(strapi) ?? new Map<string, Known>();
  askers.set(strapi, known);
  const stamp = await rightsStamp(strapi, documentId);
  const last = known.get(documentId);
  if (last !== undefined && last.stamp === stamp && last.until > performance.now()) return last.caller;
  known.delete(documentId);
  const caller = await findPanelUser(strapi, documentId);
  if (caller === null || stamp === null) return caller;
  const [oldest] = known.keys();
  if (known.size >= knownMax && oldest !== undefined) known.delete(oldest);
  known.set(documentId, { caller, stamp, until: performance.now() + knownMs });
  return caller;
};

/**
 * Does in a job what an admin user has asked for, in their name and with the rights that they have by now: `requireEffect`, and all
 * that asks for the caller of the panel, asks them. Once a step, so that whoever loses a right meanwhile brings about nothing more.
 * @param documentId `askedBy` of the job
 * @throws `GiveUp` where they are gone, deactivated or blocked
 */
export const onBehalfOf = async <T>(
  strapi: Strapi,
  documentId: string | null,
  work: (caller: PanelCaller) => Promise<T>
): Promise<T> => {
  const caller = documentId === null ? null : await askerOf(strapi, documentId);
  if (caller === null) throw new GiveUp('Whoever asked for it may not use the panel any more');
  return behalf.run(caller, () => work(caller));
};

/** Whoever of the panel something is done for: the caller of the request, or who asked for the job. Null in the site's own code and for guests. */
export const currentPanelCaller = (strapi: Strapi): PanelCaller | null => {
  const asker = behalf.getStore();
  if (asker !== undefined) return asker;
  const ctx = currentContext(strapi);
  return ctx ? panelCallerOf(ctx) : null;
};

/**
 * The refusal of a change that decides over an access.
 * @param field what may not be changed, as a path in the body
 * @param why for the person who typed it
 */
export const accessDecides = (field: string, why: string): Error =>
  failure('access_decides', why, { errors: [{ path: field.split('.'), message: why, name: 'ValidationError' }] });

/** @throws 403 `access_decides` where somebody of the admin panel asks who may not bring this about */
export const requireEffect = (strapi: Strapi, effect: Effect, field: string, why: string): void => {
  const caller = currentPanelCaller(strapi);
  if (caller !== null && !caller.may(effect)) throw accessDecides(field, why);
};
