import type { ArrivalKind } from '../../../../contract';
import { rows, sql, tableOf, type Strapi } from '../../kernel';

const LINK = 'plugin::guest-access.invitation-link';

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

const links = (strapi: Strapi) => rows<LinkRow>(strapi, LINK);
const instant = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** Some databases answer a big integer as text. */
const toLink = (row: LinkRow): LinkRow => ({
  ...row,
  issuedAt: Number(row.issuedAt),
  expiresAt: instant(row.expiresAt),
  revokedAt: instant(row.revokedAt),
});

export const insertLink = async (strapi: Strapi, link: NewLink): Promise<LinkRow> =>
  toLink(await links(strapi).create({ data: { ...link, placesTaken: 0 } }));

export const findLink = async (strapi: Strapi, documentId: string): Promise<LinkRow | null> => {
  const row = await links(strapi).findOne({ where: { documentId } });
  return row && toLink(row);
};

export const findLinkByDigest = async (strapi: Strapi, digest: string): Promise<LinkRow | null> => {
  const row = await links(strapi).findOne({ where: { digest } });
  return row && toLink(row);
};

/** All of them, newest first. */
export const findLinks = async (strapi: Strapi): Promise<LinkRow[]> =>
  (await links(strapi).findMany({ orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }] })).map(toLink);

/** Ends a link for good; its secret is not kept any longer. @returns whether it was not ended before */
export const endLink = async (strapi: Strapi, documentId: string, at: number): Promise<boolean> => {
  const ended = await sql(strapi, (knex) =>
    knex(tableOf(strapi, LINK))
      .where({ document_id: documentId, revoked_at: null })
      .update({ revoked_at: at, encrypted: null })
  );
  return ended === 1;
};

/** Takes a place of a link that is good now. One conditional write: of more people than places, as many as places. */
export const takePlace = async (strapi: Strapi, documentId: string, at: number): Promise<boolean> => {
  const taken = await sql(strapi, (knex) =>
    knex(tableOf(strapi, LINK))
      .where({ document_id: documentId, revoked_at: null })
      .where((time) => void time.whereNull('expires_at').orWhere('expires_at', '>', at))
      .where((places) => void places.whereNull('places_max').orWhere('places_taken', '<', knex.ref('places_max')))
      .increment('places_taken', 1)
  );
  return taken === 1;
};
