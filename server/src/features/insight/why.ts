import type { AccessType, ExplainAccess, ReachOutcome, ResourceType, ResponseOf, Rule } from '../../../../contract';
import { hasDrafts, modelOf, rows, targetOf, type PanelCaller, type RowReader, type Strapi } from '../../kernel';
import {
  allows,
  contactsOf,
  filterOfReach,
  freshProfile,
  grantsOf,
  profileFrom,
  type Grants,
  type Profile,
  type Reach,
} from '../access';
import { fullName } from '../contacts';
import { principalOf, type GuestRow } from '../guests';
import { CONTACT, getSettings, GUEST, soundPart } from '../settings';
import { namerFor, shownAmong, type Asker, type Namer } from './named';

type Explanation = ResponseOf<typeof ExplainAccess>;
type Check = Explanation['checks'][number];
type Step = Check['trail'][number];
type Row = Record<string, unknown> & { id: number; documentId: string };

/** At most this many rows of each step are shown. */
const stepRowsMax = 5;

/** The rows from a row to what a path leads to. */
const walk = async (
  strapi: Strapi,
  uid: string,
  row: Row,
  path: string,
  namesOf: Namer
): Promise<{ step: Omit<Step, 'ties'>; id: number }[][]> => {
  const levels: { step: Omit<Step, 'ties'>; id: number }[][] = [];
  let type = uid;
  let ids = [row.id];
  for (const attribute of path.split('.')) {
    const target = targetOf(strapi, type, attribute);
    if (target === null || ids.length === 0) break;
    const from = await rows<Record<string, Row | Row[] | null>>(strapi, type).findMany({
      select: ['id'],
      where: { id: { $in: ids } },
      populate: { [attribute]: true },
    });
    type = target;
    const reached = from.flatMap((one) => one[attribute] ?? []).slice(0, stepRowsMax);
    ids = reached.map(({ id }) => id);
    const names = await namesOf(type, reached);
    levels.push(
      reached.map((one, index) => ({
        id: one.id,
        step: { attribute, contentType: type, documentId: one.documentId ?? '', label: names[index] ?? null },
      }))
    );
  }
  return levels;
};

interface Ties {
  granted: ReadonlySet<string>;
  contactIds: ReadonlySet<number>;
  guestId: number;
}

const trailOf = async (
  strapi: Strapi,
  uid: string,
  row: Row,
  rule: Rule,
  ties: Ties,
  namesOf: Namer
): Promise<Step[]> => {
  if (!rule.path) return [];
  const levels = await walk(strapi, uid, row, rule.path, namesOf);
  const isTie = ({ step, id }: { step: Omit<Step, 'ties'>; id: number }): boolean => {
    if (rule.kind === 'resource') return ties.granted.has(step.documentId);
    return rule.kind === 'contact' ? ties.contactIds.has(id) : step.contentType === GUEST && id === ties.guestId;
  };
  return levels.flatMap((level, index) =>
    level.map((one) => ({ ...one.step, ties: index === levels.length - 1 && isTie(one) }))
  );
};

/** A way by which the settings let guests reach this content type, held or not. */
interface Way {
  kind: Check['kind'];
  key: string;
  labels: Check['labels'];
  held: boolean;
  actions: Check['actions'];
  rule: Rule | null;
  reach: Reach | undefined;
}

const waysTo = (
  uid: string,
  settings: { accessTypes: readonly AccessType[]; resourceTypes: readonly ResourceType[] },
  grants: Grants
): Way[] => {
  // Each way by itself, as if it were all that they held.
  const alone = (accessTypes: AccessType[], resourceTypes: ResourceType[]): Reach | undefined =>
    profileFrom(nobody, { accessTypes, resourceTypes }, everything(accessTypes, resourceTypes)).reaches.get(uid)?.[0];
  return [
    ...settings.resourceTypes
      .filter(({ contentType }) => contentType === uid)
      .map((type) => ({
        kind: 'resource' as const,
        key: type.contentType,
        labels: type.labels,
        held: grants.resources.has(uid),
        actions: ['find' as const, 'findOne' as const],
        rule: null,
        reach: alone([], [type]),
      })),
    ...settings.accessTypes
      .filter(({ contentType }) => contentType === uid)
      .map((type) => ({
        kind: 'access' as const,
        key: type.key,
        labels: type.labels,
        held: grants.accessTypes.includes(type.key),
        actions: type.actions,
        rule: type.rule,
        reach: alone([type], []),
      })),
  ];
};

const nobody = { id: 0, documentId: '', version: 0, companyRecords: false, sessionId: 0, readOnly: true };
const everything = (accessTypes: AccessType[], resourceTypes: ResourceType[]): Grants => ({
  accessTypes: accessTypes.map(({ key }) => key),
  resources: new Map(resourceTypes.map(({ contentType }) => [contentType, ['']])),
});

const outcomeOf = async (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  ids: number[],
  way: Way
): Promise<ReachOutcome> => {
  if (!way.held) return 'not-held';
  // A type that the self-check has closed is nobody's, whatever they hold.
  if (!way.reach || !allows('find')(way.reach) || !profile.reaches.has(uid)) return 'not-readable';
  const count = (reach: Reach) =>
    rows(strapi, uid).count({ where: { id: { $in: ids } }, filters: filterOfReach(strapi, profile, uid, reach) });
  if ((await count(way.reach)) > 0) return 'visible';
  const model = modelOf(strapi, uid);
  const isDraft = model && hasDrafts(model) && (await count({ ...way.reach, drafts: true })) > 0;
  return isDraft ? 'draft' : 'leads-elsewhere';
};

/** What of an answer names nothing: neither the row nor what leads from it. */
const noSuchRow = { verdict: 'no-such-row' as const, rowLabel: null, checks: [] };

/**
 * Why a guest sees a row or does not: each way, with the rows it leads over (N2). A row that `asking` is not shown is named
 * to nobody; where the guest does not see it either, it answers as one that is not there.
 */
export const explain = async (
  strapi: Strapi,
  guest: GuestRow,
  { contentType: uid, documentId }: { contentType: string; documentId: string },
  asking: { reads: RowReader; caller: PanelCaller }
): Promise<Explanation> => {
  const settings = soundPart((name) => modelOf(strapi, name), await getSettings(strapi));
  const grants = await grantsOf(strapi, guest.documentId);
  const principal = principalOf(guest);
  const profile = await freshProfile(strapi, principal);
  const versions = modelOf(strapi, uid) ? await rows<Row>(strapi, uid).findMany({ where: { documentId } }) : [];
  const contacts = await rows<Row & { lastName: string; firstName: string | null; company: { name: string } | null }>(
    strapi,
    CONTACT
  ).findMany({
    where: { id: { $in: contactsOf(strapi, { id: guest.id, companyRecords: false }) } },
    populate: { company: true },
  });
  const reachable = await rows<{ id: number }>(strapi, CONTACT).findMany({
    select: ['id'],
    where: { id: { $in: contactsOf(strapi, principal) } },
  });
  const ids = versions.map(({ id }) => id);
  const asker: Asker = { ...asking, known: { guest: guest.id, contacts: new Set(contacts.map(({ id }) => id)) } };
  const namesOf = namerFor(strapi, settings, asker);
  const [row] = versions;
  const checks: Check[] = [];
  for (const way of row ? waysTo(uid, settings, grants) : []) {
    if (row === undefined) break;
    const { reach: _reach, ...shown } = way;
    const granted = new Set(grants.resources.get(way.rule?.resourceType ?? uid));
    const ties = { granted, contactIds: new Set(reachable.map(({ id }) => id)), guestId: guest.id };
    checks.push({
      ...shown,
      outcome: await outcomeOf(strapi, profile, uid, ids, way),
      trail: way.rule ? await trailOf(strapi, uid, row, way.rule, ties, namesOf) : [],
    });
  }
  const isVisible = checks.some(({ outcome }) => outcome === 'visible');
  const isTold = row !== undefined && (isVisible || (await shownAmong(strapi, asker, uid, ids)).size > 0);
  const labels = await namesOf(uid, versions);
  const told = {
    verdict: isVisible ? ('visible' as const) : ('hidden' as const),
    rowLabel: labels.find((label) => label !== null) ?? null,
    checks,
  };
  return {
    ...(isTold ? told : noSuchRow),
    guestClosed: guest.closed,
    companyRecords: guest.companyRecords,
    contacts: contacts.map((contact) => ({
      documentId: contact.documentId,
      name: fullName({ ...contact, company: null }),
      companyName: contact.company?.name ?? null,
    })),
  };
};
