import type { CoverageVerdict, GetCoverage, ResponseOf, WayIn } from '../../../../../contract';
import {
  actAs,
  asSystem,
  documents,
  hasGraphql,
  modelOf,
  now,
  rows,
  type GuestPrincipal,
  type Strapi,
  type Where,
} from '../../../kernel';
import { getSettings, soundPart } from '../../settings';
import { tryCaches } from './caches';
import { idsByRule } from '../policy/rule-sql';
import { inletsOf, newProbe, setReach, type Finding, type Inlet } from './probe';
import { closeTypes } from '../policy/profile';
import { checkWrites } from './writes';

/*
 * The self-check (N1): in the name of a guest who was given nothing of a content type, every way into it is tried on the
 * site's own rows. What comes back must be nothing, and nothing may be written. It is run at boot and when the settings are saved, so that an update of
 * Strapi, or a plugin that changes its queries, closes a type instead of opening it.
 */

type Coverage = ResponseOf<typeof GetCoverage>;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Whether a read of the probe's brings nothing. An error is not nothing: the way is not understood. */
const bringsNothing = async (probe: GuestPrincipal, read: () => Promise<unknown>): Promise<boolean> => {
  try {
    const found = await actAs(probe, read);
    return found === 0 || isEmpty(found);
  } catch {
    return false;
  }
};

const rulesCompile = async (strapi: Strapi, probe: GuestPrincipal, uid: string): Promise<boolean> => {
  const { accessTypes } = soundPart((name) => modelOf(strapi, name), await getSettings(strapi));
  try {
    for (const type of accessTypes) {
      if (type.contentType !== uid || type.rule.kind === 'all') continue;
      await asSystem(() => rows(strapi, uid).count({ where: { id: { $in: idsByRule(strapi, probe, uid, type) } } }));
    }
    return true;
  } catch {
    return false;
  }
};

const checkInlet = async (
  strapi: Strapi,
  probe: GuestPrincipal,
  uid: string,
  { from, attribute }: Inlet
): Promise<Finding[]> => {
  const linked: Where = { [attribute]: { id: { $notNull: true } } };
  const parent = await asSystem(() =>
    rows<{ id: number }>(strapi, from.uid).findOne({ select: ['id'], where: linked })
  );
  setReach(strapi, probe, uid, from.uid);
  const through = `${from.uid} ${attribute}`;
  const populated = await bringsNothing(probe, async () => {
    const row = await rows<Record<string, unknown>>(strapi, from.uid).findOne({
      where: { id: parent?.id ?? 0 },
      populate: { [attribute]: true },
    });
    return row?.[attribute];
  });
  const filtered = await bringsNothing(probe, () => rows(strapi, from.uid).count({ where: linked }));
  const verdict = (held: boolean): CoverageVerdict => (held ? (parent ? 'covered' : 'empty') : 'open');
  return [
    { contentType: uid, way: 'populate', through, verdict: verdict(populated) },
    { contentType: uid, way: 'hop-filter', through, verdict: verdict(filtered) },
  ];
};

const checkRoot = async (strapi: Strapi, probe: GuestPrincipal, uid: string): Promise<Finding[]> => {
  setReach(strapi, probe, uid, null);
  const sample = await asSystem(() => rows<{ documentId: string }>(strapi, uid).findOne({ select: ['documentId'] }));
  const documentId = sample?.documentId ?? 'none';
  const compiles = await rulesCompile(strapi, probe, uid);
  const held: [WayIn, boolean][] = [
    ['list', compiles && (await bringsNothing(probe, () => documents(strapi, uid).findMany({ limit: 1 })))],
    ['one', await bringsNothing(probe, () => documents(strapi, uid).findOne({ documentId }))],
    ['count', await bringsNothing(probe, () => rows(strapi, uid).count())],
  ];
  const findings = held.map(([way, holds]): Finding => ({
    contentType: uid,
    way,
    through: null,
    verdict: holds ? (sample ? 'covered' : 'empty') : 'open',
  }));
  // GraphQL resolves relations by queries that the document service never sees.
  const isThere = hasGraphql(strapi);
  const direct = isThere && (await bringsNothing(probe, () => rows(strapi, uid).findMany({ limit: 1 })));
  const verdict: CoverageVerdict = isThere ? (direct ? (sample ? 'covered' : 'empty') : 'open') : 'absent';
  return [...findings, { contentType: uid, way: 'graphql', through: null, verdict }];
};

const coverages = new WeakMap<Strapi, Coverage>();
/** The settings that were checked last, and their text. */
const checked = new WeakMap<Strapi, { settings: object; text: string }>();
const running = new WeakMap<Strapi, Promise<Coverage>>();
/** Sites where our own answers, too, come out of a cache. */
const cached = new WeakSet<Strapi>();

/** What to do about an open way, for whoever reads the log. */
const advice = ({ way, through }: Finding): string =>
  way === 'cache'
    ? 'a response cache answers in its place. Keep requests with an Authorization header out of the cache ' +
      '(plugin-rest-cache: strategy.hitpass)'
    : `${way} ${through ?? ''} is not covered by the row filter`;

const pending = new WeakMap<Strapi, () => void>();

/** Does something once, before the first check: when all plugins and the site have hung in what they hang in. */
export const whenBootstrapped = (strapi: Strapi, work: () => void): void => void pending.set(strapi, work);

const walk = async (strapi: Strapi): Promise<Coverage> => {
  pending.get(strapi)?.();
  pending.delete(strapi);
  const settings = await getSettings(strapi);
  checked.set(strapi, { settings, text: JSON.stringify(settings) });
  const { accessTypes, resourceTypes } = soundPart((uid) => modelOf(strapi, uid), settings);
  const uids = [...new Set([...resourceTypes, ...accessTypes].map(({ contentType }) => contentType))];
  const probe = newProbe();
  const findings: Finding[] = [];
  const caches = await tryCaches(strapi, uids);
  for (const uid of uids) {
    findings.push(...(await checkRoot(strapi, probe, uid)));
    const inlets = inletsOf(strapi, uid);
    for (const inlet of inlets) findings.push(...(await checkInlet(strapi, probe, uid, inlet)));
    findings.push(...(await checkWrites(strapi, probe, uid, inlets)));
    const verdict = caches.own === 'open' ? 'open' : (caches.content.get(uid) ?? 'absent');
    findings.push({ contentType: uid, way: 'cache', through: null, verdict });
  }
  const open = findings.filter(({ verdict }) => verdict === 'open');
  const closed = [...new Set(open.map(({ contentType }) => contentType))];
  for (const finding of open) {
    strapi.log.warn(`guest-access: ${finding.contentType} is closed to guests: ${advice(finding)}`);
  }
  if (caches.own === 'open') cached.add(strapi);
  else cached.delete(strapi);
  closeTypes(strapi, new Set(closed));
  const coverage = { checkedAt: now().toISOString(), closed, rows: findings, complete: closed.length === 0 };
  coverages.set(strapi, coverage);
  return coverage;
};

/** Walks all ways into all content types that the settings open to guests, and closes those that are not covered. */
export const checkCoverage = async (strapi: Strapi): Promise<Coverage> => {
  const check = walk(strapi);
  running.set(strapi, check);
  try {
    return await check;
  } catch (error) {
    checked.delete(strapi);
    throw error;
  } finally {
    if (running.get(strapi) === check) running.delete(strapi);
  }
};

/**
 * Checks where nobody has yet, or where another instance has saved other settings meanwhile; waits for a check that is under
 * way. @returns whether anything may be closed now that was not before
 */
export const recheckCoverage = async (strapi: Strapi): Promise<boolean> => {
  const settings = await getSettings(strapi);
  const last = checked.get(strapi);
  if (last?.settings !== settings) {
    if (last?.text !== JSON.stringify(settings)) {
      await checkCoverage(strapi);
      return true;
    }
    last.settings = settings;
  }
  const check = running.get(strapi);
  if (check === undefined) return false;
  await check;
  return true;
};

/** Whether even our own answers come out of a cache, so that nobody knows whose they are. Checks where nobody has yet. */
export const isBehindCache = async (strapi: Strapi): Promise<boolean> => {
  await recheckCoverage(strapi);
  return cached.has(strapi);
};

export const lastCoverage = async (strapi: Strapi): Promise<Coverage> => coverages.get(strapi) ?? checkCoverage(strapi);
