import type { ArrivalKind } from '../../../../contract';
import { newDocumentId, sql, type Strapi } from '../../kernel';
import { linkTable } from './table';

const table = linkTable.name;

/** Instants in milliseconds since 1970. */
export interface LinkRow {
  id: number;
  documentId: string;
  name: string;
  digest: string;
  encrypted: string | null;
  lastFour: string;
  addAs: ArrivalKind;
  approval: boolean;
  domain: string | null;
  grants: LinkGrants;
  issuedAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
  placesMax: number | null;
  placesTaken: number;
  maker: string;
  makerName: string | null;
}

export interface LinkGrants {
  resources: { contentType: string; documentIds: string[] }[];
  accessTypes: string[];
}

export type NewLink = Omit<LinkRow, 'id' | 'documentId' | 'revokedAt' | 'placesTaken'>;

type Instant = number | string;

interface Row {
  id: number;
  document_id: string;
  name: string;
  digest: string;
  encrypted: string | null;
  last_four: string;
  add_as: ArrivalKind;
  approval: boolean | number;
  domain: string | null;
  grants: string;
  issued_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  places_max: number | null;
  places_taken: number;
  maker: string;
  maker_name: string | null;
}

/** Some databases answer a big integer as text. */
const numberOf = (value: Instant | null): number | null => (value === null ? null : Number(value));

const toLink = (row: Row): LinkRow => ({
  id: row.id,
  documentId: row.document_id,
  name: row.name,
  digest: row.digest,
  encrypted: row.encrypted,
  lastFour: row.last_four,
  addAs: row.add_as,
  approval: Boolean(row.approval),
  domain: row.domain,
  grants: JSON.parse(row.grants) as LinkGrants,
  issuedAt: Number(row.issued_at),
  expiresAt: numberOf(row.expires_at),
  revokedAt: numberOf(row.revoked_at),
  placesMax: row.places_max,
  placesTaken: row.places_taken,
  maker: row.maker,
  makerName: row.maker_name,
});

const findOne = async (strapi: Strapi, where: Partial<Row>): Promise<LinkRow | null> => {
  const row = await sql(strapi, (knex) => knex(table).where(where).first<Row | undefined>());
  return row === undefined ? null : toLink(row);
};

export const findLink = (strapi: Strapi, documentId: string): Promise<LinkRow | null> =>
  findOne(strapi, { document_id: documentId });

export const findLinkByDigest = (strapi: Strapi, digest: string): Promise<LinkRow | null> =>
  findOne(strapi, { digest });

/** @throws where the row that was just written is not there */
export const insertLink = async (strapi: Strapi, link: NewLink): Promise<LinkRow> => {
  const documentId = newDocumentId();
  const row: Omit<Row, 'id'> = {
    document_id: documentId,
    name: link.name,
    digest: link.digest,
    encrypted: link.encrypted,
    last_four: link.lastFour,
    add_as: link.addAs,
    approval: link.approval,
    domain: link.domain,
    grants: JSON.stringify(link.grants),
    issued_at: link.issuedAt,
    expires_at: link.expiresAt,
    revoked_at: null,
    places_max: link.placesMax,
    places_taken: 0,
    maker: link.maker,
    maker_name: link.makerName,
  };
  await sql(strapi, (knex) => knex(table).insert(row));
  const inserted = await findLink(strapi, documentId);
  if (inserted === null) throw new Error('The link is not there');
  return inserted;
};

/** All of them, newest first. */
export const findLinks = async (strapi: Strapi): Promise<LinkRow[]> => {
  const order = ['issued_at', 'id'].map((column) => ({ column, order: 'desc' as const }));
  const found: Row[] = await sql(strapi, (knex) => knex(table).orderBy(order).select('*'));
  return found.map(toLink);
};

/** Ends a link for good; its secret is not kept any longer. @returns whether it was not ended before */
export const endLink = async (strapi: Strapi, documentId: string, at: number): Promise<boolean> => {
  const ended = await sql(strapi, (knex) =>
    knex(table).where({ document_id: documentId, revoked_at: null }).update({ revoked_at: at, encrypted: null })
  );
  return ended === 1;
};

/** Takes a place of a link that is good now. One conditional write: of more people than places, as many as places. */
export const takePlace = async (strapi: Strapi, documentId: string, at: number): Promise<boolean> => {
  const taken = await sql(strapi, (knex) =>
    knex(table)
      .where({ document_id: documentId, revoked_at: null })
      .where((time) => void time.whereNull('expires_at').orWhere('expires_at', '>', at))
      .where((places) => void places.whereNull('places_max').orWhere('places_taken', '<', knex.ref('places_max')))
      .increment('places_taken', 1)
  );
  return taken === 1;
};
