import type { AccessAction, AccessType, ResourceType, Rule, Settings } from '../../../../../contract';
import { asSystem, GUEST_SCOPE, modelOf, readableAttributes, type GuestPrincipal, type Strapi } from '../../../kernel';
import { reloadSettings, soundPart } from '../../settings';
import { grantsOf, type Grants } from './grants';

/** One way in which a guest reaches rows of a content type. */
export interface Reach {
  /** `granted`: the row itself is a resource they were given. */
  readonly rule: Rule | { readonly kind: 'granted' };
  readonly actions: readonly AccessAction[];
  readonly readFields: readonly string[] | null;
  readonly writeFields: readonly string[] | null;
  readonly drafts: boolean;
}

/** All that a guest may do, worked out once for each version of their access. */
export interface Profile {
  readonly guest: GuestPrincipal;
  /** By content type. A type that is not here does not exist for them. */
  readonly reaches: ReadonlyMap<string, readonly Reach[]>;
  /** The actions of the content API that are open to them: `api::task.task.find`. */
  readonly scopes: ReadonlySet<string>;
  readonly resourceTypes: readonly ResourceType[];
  readonly accessTypes: readonly AccessType[];
}

export const toReach = ({ rule, actions, readFields, writeFields, drafts }: AccessType): Reach => ({
  rule,
  actions,
  readFields: readFields ?? null,
  writeFields: writeFields ?? readFields ?? null,
  drafts,
});

export const grantedReach = ({ readFields }: ResourceType): Reach => ({
  rule: { kind: 'granted' },
  actions: ['find', 'findOne'],
  readFields: readFields ?? null,
  writeFields: [],
  drafts: false,
});

/** Pure: what these grants give under these settings (the sound part of them). */
export const profileFrom = (
  guest: GuestPrincipal,
  settings: Pick<Settings, 'resourceTypes' | 'accessTypes'>,
  grants: Grants
): Profile => {
  const accessTypes = settings.accessTypes.filter(({ key }) => grants.accessTypes.includes(key));
  const resourceTypes = settings.resourceTypes.filter(
    ({ contentType }) => (grants.resources.get(contentType)?.length ?? 0) > 0
  );
  const reaches = new Map<string, Reach[]>();
  const add = (uid: string, reach: Reach) => reaches.set(uid, [...(reaches.get(uid) ?? []), reach]);
  for (const type of resourceTypes) add(type.contentType, grantedReach(type));
  for (const type of accessTypes) add(type.contentType, toReach(type));
  const scopes = new Set([GUEST_SCOPE]);
  for (const [uid, list] of reaches) {
    for (const { actions } of list) for (const action of actions) scopes.add(`${uid}.${action}`);
  }
  return { guest, reaches, scopes, resourceTypes, accessTypes };
};

/** Profiles of guests seen lately; more than this and the oldest go. */
const profilesMax = 5_000;
interface Cached {
  readonly version: number;
  readonly profile: Promise<Profile>;
  /** Once it is there. */
  settled: Profile | null;
}
const cache = new WeakMap<Strapi, Map<string, Cached>>();

/** The profile of a guest as it is in memory; null where it is not. */
export const knownProfile = (strapi: Strapi, guest: GuestPrincipal): Profile | null => {
  const known = cache.get(strapi)?.get(guest.documentId);
  return known?.version === guest.version ? known.settled : null;
};

/**
 * The profile of a guest, from memory where their version is the same. A version that this instance has not seen may come
 * of settings that another instance saved, so they are read afresh.
 */
export const profileOf = (strapi: Strapi, guest: GuestPrincipal): Promise<Profile> => {
  const profiles = cache.get(strapi) ?? new Map<string, Cached>();
  cache.set(strapi, profiles);
  const known = profiles.get(guest.documentId);
  if (known?.version === guest.version) return known.profile;
  const profile = freshProfile(strapi, guest);
  profiles.delete(guest.documentId);
  const cached: Cached = { version: guest.version, profile, settled: null };
  profiles.set(guest.documentId, cached);
  profile.then(
    (settled) => (cached.settled = settled),
    () => profiles.delete(guest.documentId)
  );
  const oldest = profiles.keys().next();
  if (profiles.size > profilesMax && !oldest.done) profiles.delete(oldest.value);
  return profile;
};

const closedTypes = new WeakMap<Strapi, ReadonlySet<string>>();

/** Closes content types to all guests, whatever the settings say: the self-check found a way in that is open. */
export const closeTypes = (strapi: Strapi, uids: ReadonlySet<string>): void => {
  closedTypes.set(strapi, uids);
  cache.get(strapi)?.clear();
};

/** Lets a guest who exists nowhere have a profile, for the self-check. */
export const rememberProfile = (strapi: Strapi, profile: Profile): void => {
  const profiles = cache.get(strapi) ?? new Map<string, Cached>();
  cache.set(strapi, profiles);
  profiles.set(profile.guest.documentId, {
    version: profile.guest.version,
    profile: Promise.resolve(profile),
    settled: profile,
  });
};

const withoutClosed = (strapi: Strapi, settings: Pick<Settings, 'resourceTypes' | 'accessTypes'>) => {
  const closed = closedTypes.get(strapi) ?? new Set();
  const isOpen = ({ contentType }: { contentType: string }) => !closed.has(contentType);
  return { resourceTypes: settings.resourceTypes.filter(isOpen), accessTypes: settings.accessTypes.filter(isOpen) };
};

/** What grants can give at the moment: the sound part of the settings, without what the self-check has closed. */
export const openPart = async (strapi: Strapi): Promise<Pick<Settings, 'resourceTypes' | 'accessTypes'>> => {
  const settings = await reloadSettings(strapi);
  if (!settings.guests) return { resourceTypes: [], accessTypes: [] };
  return withoutClosed(
    strapi,
    soundPart((uid) => modelOf(strapi, uid), settings)
  );
};

/** The profile of a guest as the database has it now, for whom no request keeps one in memory. */
export const freshProfile = (strapi: Strapi, guest: GuestPrincipal): Promise<Profile> =>
  asSystem(async () => profileFrom(guest, await openPart(strapi), await grantsOf(strapi, guest.documentId)));

/**
 * The attributes of a content type that a guest may read. Where they reach it in several ways, what all of them allow: a
 * query reads the same fields of every row, and a row of the narrower way must not show more.
 */
export const readableFields = (strapi: Strapi, profile: Profile, uid: string): ReadonlySet<string> => {
  const model = modelOf(strapi, uid);
  if (model === null) return new Set();
  const readable = readableAttributes(model);
  const reaches = (profile.reaches.get(uid) ?? []).filter(allows('find'));
  return new Set(readable.filter((name) => reaches.every(({ readFields }) => readFields?.includes(name) ?? true)));
};

/** Reading a list and reading one row are told apart by the route; the rows are the same. */
export const allows =
  (action: AccessAction) =>
  ({ actions }: Reach): boolean =>
    action === 'find' || action === 'findOne'
      ? actions.includes('find') || actions.includes('findOne')
      : actions.includes(action);
