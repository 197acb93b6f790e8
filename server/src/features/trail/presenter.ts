import type { TrailLine } from '../../../../contract';
import { modelOf, rows, sql, type PanelCaller, type RowReader, type Strapi } from '../../kernel';
import { activityTable, type ActivityRow } from '../activity';
import { nameOf, type GuestRow } from '../guests';
import { getSettings, GUEST, namingFieldOf } from '../settings';
import { placesOf } from './repository';

/** Whoever reads the trail: what they may know of guests, and what the content manager shows them. */
export interface TrailReader {
  readonly caller: PanelCaller;
  readonly reads: RowReader;
}

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((one) => one !== null))];

/** The names of guests by documentId: of those who are gone, the one under which they were deleted. */
const namesOf = async (
  strapi: Strapi,
  guests: readonly string[]
): Promise<{ there: ReadonlyMap<string, string>; gone: ReadonlyMap<string, string> }> => {
  const found = await rows<Pick<GuestRow, 'documentId' | 'lastName' | 'firstName'>>(strapi, GUEST).findMany({
    select: ['documentId', 'lastName', 'firstName'],
    where: { documentId: { $in: guests } },
  });
  const there = new Map(found.map((guest) => [guest.documentId, nameOf(guest)]));
  const missing = guests.filter((guest) => !there.has(guest));
  const deletions =
    missing.length === 0
      ? []
      : await sql(strapi, (knex) =>
          knex(activityTable(strapi))
            .whereIn('guest', missing)
            .whereIn('action', ['guest.deleted', 'access.deleted'])
            .select<{ guest: string; details: unknown }[]>('guest', 'details')
        );
  const gone = deletions.flatMap(({ guest, details }): [string, string][] => {
    const said: unknown = typeof details === 'string' ? JSON.parse(details) : details;
    const name = typeof said === 'object' && said !== null && 'name' in said ? said.name : null;
    return typeof name === 'string' ? [[guest, name]] : [];
  });
  return { there, gone: new Map(gone) };
};

/** Which of some rows of a type somebody is shown, by documentId; with those that are gone where they are shown all. */
export const shownRows = async (
  strapi: Strapi,
  { reads }: TrailReader,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  const shown = reads(uid, null);
  if (shown.kind !== 'where') return new Set(shown.kind === 'all' ? documentIds : []);
  if (documentIds.length === 0 || modelOf(strapi, uid) === null) return new Set();
  const found = await rows<{ documentId: string }>(strapi, uid).findMany({
    select: ['documentId'],
    where: { $and: [{ documentId: { $in: documentIds } }, shown.where] },
  });
  return new Set(found.map(({ documentId }) => documentId));
};

/** The titles of rows of one type that somebody is shown, by documentId. */
const titlesOf = async (
  strapi: Strapi,
  { reads }: TrailReader,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const model = modelOf(strapi, uid);
  if (model === null || documentIds.length === 0) return new Map();
  const field = namingFieldOf(await getSettings(strapi), model);
  const shown = reads(uid, field);
  if (shown.kind === 'none') return new Map();
  const found = await rows<Record<string, unknown> & { documentId: string }>(strapi, uid).findMany({
    select: ['documentId', field],
    where: { $and: [{ documentId: { $in: documentIds } }, ...(shown.kind === 'where' ? [shown.where] : [])] },
  });
  return new Map(found.map((row) => [row.documentId, String(row[field] ?? '')]));
};

/** Lines as their reader may see them. */
export const presentLines = async (
  strapi: Strapi,
  reader: TrailReader,
  lines: readonly ActivityRow[]
): Promise<TrailLine[]> => {
  const showsGuest = reader.caller.may('showsGuest');
  const names = await namesOf(strapi, showsGuest ? distinct(lines.map(({ guest }) => guest)) : []);
  const places = await placesOf(
    strapi,
    lines.map(({ id }) => id)
  );
  const titles = new Map<string, ReadonlyMap<string, string>>();
  const shown = new Map<string, ReadonlySet<string>>();
  for (const uid of distinct(lines.map(({ row }) => row && row.uid))) {
    const ids = distinct(lines.map(({ row }) => (row?.uid === uid ? row.documentId : null)));
    titles.set(uid, await titlesOf(strapi, reader, uid, ids));
    shown.set(uid, await shownRows(strapi, reader, uid, ids));
  }
  const rowOf = ({ row }: ActivityRow): TrailLine['row'] => {
    const model = row && modelOf(strapi, row.uid);
    if (row === null || model === null || reader.reads(row.uid, null).kind === 'none') return null;
    // Under a condition of a role: which row it was is not told of others.
    if (row.documentId !== null && !shown.get(row.uid)?.has(row.documentId)) return null;
    const title = row.documentId === null ? null : (titles.get(row.uid)?.get(row.documentId) ?? null);
    return { contentType: row.uid, typeName: model.info.displayName, documentId: row.documentId, title };
  };
  return lines.map((line) => {
    const { guest, actor, details } = line;
    const name = guest && (names.there.get(guest) ?? names.gone.get(guest) ?? null);
    const count = details['count'] ?? details['ended'];
    return {
      documentId: line.documentId,
      at: new Date(line.at).toISOString(),
      action: line.action,
      actor: { kind: actor.kind, name: actor.kind === 'guest' && !showsGuest ? null : actor.name },
      guest: guest !== null && showsGuest ? { documentId: guest, name } : null,
      isGuestThere: guest !== null && names.there.has(guest),
      row: rowOf(line),
      count: typeof count === 'number' ? count : null,
      address: showsGuest ? line.address : null,
      place: places.get(line.id) ?? null,
    };
  });
};
