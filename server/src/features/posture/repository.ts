import { findingIds, severities, type FindingId, type Severity } from '../../../../contract';
import { sql, type Strapi } from '../../kernel';
import type { Extent } from './rules';
import { acceptedTable } from './table';

const table = acceptedTable.name;

export interface Accepted extends Extent {
  readonly reason: string;
  readonly editorName: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface Row {
  finding: string;
  severity: string;
  counted: number | string;
  subjects: string;
  reason: string;
  editor_name: string | null;
  accepted_at: number | string;
}

const listIn = (text: string): readonly string[] => {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.map(String) : [];
};

/** What is accepted, by finding; one that this version does not look for is left out. */
export const findAccepted = async (strapi: Strapi): Promise<ReadonlyMap<FindingId, Accepted>> => {
  const rows: Row[] = await sql(strapi, (knex) => knex(table).select('*'));
  return new Map(
    rows.flatMap((row): [FindingId, Accepted][] => {
      const id = findingIds.find((one) => one === row.finding);
      // What says nothing of how bad it was covers only the mildest.
      const severity = severities.find((one) => one === row.severity) ?? 'low';
      if (id === undefined) return [];
      const { reason, editor_name: editorName } = row;
      const known = { severity, count: Number(row.counted), subjects: listIn(row.subjects) };
      return [[id, { ...known, reason, editorName, at: Number(row.accepted_at) }]];
    })
  );
};

export interface NewAcceptance {
  id: FindingId;
  severity: Severity;
  count: number;
  subjects: readonly string[];
  reason: string;
  editor: { documentId: string; name: string | null };
  at: Date;
}

/** Writes what is accepted for the first time. @throws what the unique index throws where somebody else was first */
export const insertAccepted = (strapi: Strapi, acceptance: NewAcceptance): Promise<unknown> =>
  sql(strapi, (knex) => knex(table).insert({ finding: acceptance.id, ...columnsOf(acceptance) }));

/** Writes it in the place of one of before that does not cover it. @returns whether that was still there */
export const replaceAccepted = async (strapi: Strapi, acceptance: NewAcceptance, before: number): Promise<boolean> => {
  const found = { finding: acceptance.id, accepted_at: before };
  const updated: number = await sql(strapi, (knex) => knex(table).where(found).update(columnsOf(acceptance)));
  return updated === 1;
};

const columnsOf = ({ severity, count, subjects, reason, editor, at }: NewAcceptance) => ({
  severity,
  counted: count,
  subjects: JSON.stringify(subjects),
  reason,
  editor: editor.documentId,
  editor_name: editor.name,
  accepted_at: at.getTime(),
});

/** @returns whether it was accepted */
export const deleteAccepted = async (strapi: Strapi, finding: FindingId): Promise<boolean> => {
  const deleted: number = await sql(strapi, (knex) => knex(table).where({ finding }).delete());
  return deleted > 0;
};
