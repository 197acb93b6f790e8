import type { Settings } from '../../../../contract';
import { modelOf, rows, type PanelCaller, type RowReader, type ShownRows, type Strapi } from '../../kernel';
import { CONTACT, GUEST, namingFieldOf } from '../settings';

type Row = Record<string, unknown> & { id: number };

/** Whoever asks about a guest: what they are shown of the site, and what they may know of guests and contacts. */
export interface Asker {
  readonly reads: RowReader;
  readonly caller: PanelCaller;
  /** Row ids of what the answer names anyway: the guest who is asked about, and their contacts. */
  readonly known: { readonly guest: number; readonly contacts: ReadonlySet<number> };
}

/** The rows of a type that somebody may know, by the content manager or by our own pages. */
const shownTo = ({ reads, caller }: Asker, uid: string, field: string | null): ShownRows => {
  if (uid === CONTACT && caller.may('showsContact')) return { kind: 'all' };
  if (uid === GUEST && caller.may('showsGuest')) return { kind: 'all' };
  return reads(uid, field);
};

const isKnown = ({ known }: Asker, uid: string, id: number): boolean =>
  uid === GUEST ? id === known.guest : uid === CONTACT && known.contacts.has(id);

/** Those of these rows that somebody is shown, by their ids. */
export const shownAmong = async (
  strapi: Strapi,
  asker: Asker,
  uid: string,
  ids: readonly number[],
  field: string | null = null
): Promise<ReadonlySet<number>> => {
  const shown = shownTo(asker, uid, field);
  const known = ids.filter((id) => isKnown(asker, uid, id));
  if (shown.kind !== 'where') return new Set(shown.kind === 'all' ? ids : known);
  const found = await rows<{ id: number }>(strapi, uid).findMany({
    select: ['id'],
    where: { $and: [{ id: { $in: ids } }, shown.where] },
  });
  return new Set([...known, ...found.map(({ id }) => id)]);
};

/** The names of rows of one type, in their order; null for one that is not shown to whoever asks. */
export type Namer = (uid: string, found: readonly Row[]) => Promise<(string | null)[]>;

export const namerFor =
  (strapi: Strapi, settings: Pick<Settings, 'resourceTypes'>, asker: Asker): Namer =>
  async (uid, found) => {
    const model = modelOf(strapi, uid);
    const field = uid === CONTACT ? 'lastName' : model ? namingFieldOf(settings, model) : 'documentId';
    const ids = found.map(({ id }) => id);
    const shown = await shownAmong(strapi, asker, uid, ids, field);
    return found.map((row) => (shown.has(row.id) ? String(row[field] ?? row['documentId'] ?? '') : null));
  };
