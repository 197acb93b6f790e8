import type { GetCoverage, ResponseOf } from '../../../../../contract';
import { componentModelsOf, contentTypesOf, type GuestPrincipal, type Model, type Strapi } from '../../../kernel';
import { rememberProfile, type Reach } from '../policy/profile';

export type Finding = ResponseOf<typeof GetCoverage>['rows'][number];

let runs = 0;

/** A guest who exists nowhere; another for each run, as two may go on at once. */
export const newProbe = (): GuestPrincipal => ({
  id: 0,
  documentId: `self-check-${(runs += 1)}`,
  version: -1,
  companyRecords: true,
  sessionId: 0,
  readOnly: false,
});

const everyRow: Reach = {
  rule: { kind: 'all' },
  actions: ['find', 'findOne', 'update', 'delete'],
  readFields: null,
  writeFields: null,
  drafts: true,
};
const noRow: Reach = { ...everyRow, rule: { kind: 'granted' } };

/** A relation of some type that leads to the type under check. */
export interface Inlet {
  from: Model;
  attribute: string;
}

export const inletsOf = (strapi: Strapi, uid: string): Inlet[] =>
  [...contentTypesOf(strapi), ...componentModelsOf(strapi)].flatMap((from) =>
    Object.entries(from.attributes)
      .filter(
        ([, { type, target, relation }]) => type === 'relation' && target === uid && !relation?.startsWith('morph')
      )
      .filter(([name]) => name !== 'localizations' && from.uid !== uid)
      .map(([attribute]) => ({ from, attribute }))
  );

/**
 * Lets a probe reach no row of a type, and every row of another from which a relation leads there. It may change and delete what it
 * reaches; it makes nothing, so that no write of it comes as far as the site's own hooks.
 */
export const setReach = (strapi: Strapi, probe: GuestPrincipal, uid: string, from: string | null): void => {
  const reaches = new Map([[uid, [noRow]]]);
  if (from?.includes('::')) reaches.set(from, [everyRow]);
  const scopes = new Set([...reaches.keys()].map((one) => `${one}.find`));
  rememberProfile(strapi, { guest: probe, reaches, scopes, resourceTypes: [], accessTypes: [] });
};
