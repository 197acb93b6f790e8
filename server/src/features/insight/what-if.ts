import type { ForeseeAccess, ResponseOf } from '../../../../contract';
import { samplesMax } from '../../../../contract';
import {
  inTransaction,
  modelOf,
  rootAlias,
  rows,
  rowsWhere,
  type GuestPrincipal,
  type RowReader,
  type ShownRows,
  type Strapi,
  type Where,
} from '../../kernel';
import { freshProfile, nothing, reachedRows, type Profile } from '../access';
import type { ContactRow } from '../contacts';
import { findGuestOfContact, makeTrialGuest, principalOf, type TrialAccess } from '../guests';
import { getSettings, namingFieldOf, soundPart } from '../settings';

/** What of the settings counts. */
type Sound = ReturnType<typeof soundPart>;

type Change = ResponseOf<typeof ForeseeAccess>['changes'][number];

/** Thrown to undo what was tried. */
class Undo extends Error {}

/** The rows that a guest of this profile sees. What `maker` has made stays theirs, whoever the profile is tried with. */
const seenWith = (strapi: Strapi, uid: string, profile: Profile, maker: GuestPrincipal): Where => {
  const reaches = profile.reaches.get(uid) ?? [];
  const parts = [
    { guest: profile.guest, reaches: reaches.filter(({ rule }) => rule.kind !== 'guest') },
    { guest: maker, reaches: reaches.filter(({ rule }) => rule.kind === 'guest') },
  ].map((part) => reachedRows(strapi, { ...profile, guest: part.guest, reaches: new Map([[uid, part.reaches]]) }, uid));
  // Strapi takes an empty condition among others for none at all.
  if (parts.some((where) => Object.keys(where).length === 0)) return {};
  return { $or: parts };
};

/**
 * A row of each document of which some version is under the one condition and none under the other, whatever their languages
 * and drafts.
 */
const documentsBeyond = (strapi: Strapi, uid: string, where: Where, other: Where): Where => {
  const others = rowsWhere(strapi, uid, { $and: [other, { documentId: { $notNull: true } }] }, 'documentId');
  const firsts = rowsWhere(strapi, uid, { $and: [where, { documentId: { $notIn: others } }] }, 'documentId');
  return { id: { $in: firsts.clearSelect().min(`${rootAlias}.id`).groupBy(`${rootAlias}.document_id`) } };
};

const look = async (strapi: Strapi, uid: string, where: Where, label: string, shown: ShownRows) => {
  const total = await rows(strapi, uid).count({ where });
  if (total === 0 || shown.kind === 'none') return { total, samples: [] };
  const found = await rows<Record<string, unknown> & { documentId: string }>(strapi, uid).findMany({
    select: ['documentId', label],
    where: shown.kind === 'where' ? { $and: [where, shown.where] } : where,
    orderBy: { id: 'asc' },
    limit: samplesMax,
  });
  return {
    total,
    samples: found.map((row) => ({ documentId: row.documentId, label: String(row[label] ?? row.documentId) })),
  };
};

const compare = async (
  strapi: Strapi,
  uid: string,
  before: Profile | null,
  after: Profile,
  settings: Sound,
  reads: RowReader
): Promise<Change | null> => {
  const model = modelOf(strapi, uid);
  if (model === null) return null;
  const maker = (before ?? after).guest;
  const seenBefore = before ? seenWith(strapi, uid, before, maker) : nothing;
  const seenAfter = seenWith(strapi, uid, after, maker);
  const label = namingFieldOf(settings, model);
  const shown = reads(uid, label);
  const appear = await look(strapi, uid, documentsBeyond(strapi, uid, seenAfter, seenBefore), label, shown);
  const disappear = await look(strapi, uid, documentsBeyond(strapi, uid, seenBefore, seenAfter), label, shown);
  return {
    contentType: uid,
    displayName: model.info.displayName,
    appear: appear.total,
    disappear: disappear.total,
    appearing: appear.samples,
    disappearing: disappear.samples,
  };
};

/**
 * How what a contact's guest sees would change, in documents, were these grants saved (N2). A second guest is made with them in
 * a transaction, the two are compared by the very conditions of the row filter, and all of it is undone.
 * @param reads which rows may stand among the samples; all are counted
 */
export const foresee = async (
  strapi: Strapi,
  contact: ContactRow,
  given: TrialAccess,
  reads: RowReader
): Promise<Change[]> => {
  let changes: Change[] = [];
  const settings = soundPart((uid) => modelOf(strapi, uid), await getSettings(strapi));
  try {
    await inTransaction(strapi, async () => {
      const known = await findGuestOfContact(strapi, contact.documentId);
      const tried = await makeTrialGuest(strapi, contact, known, given);
      const before = known && (await freshProfile(strapi, principalOf(known)));
      const after = await freshProfile(strapi, principalOf(tried));
      const types = new Set([...(before?.reaches.keys() ?? []), ...after.reaches.keys()]);
      for (const uid of types) {
        const change = await compare(strapi, uid, before, after, settings, reads);
        if (change) changes = [...changes, change];
      }
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return changes.filter(({ appear, disappear }) => appear + disappear > 0);
};
