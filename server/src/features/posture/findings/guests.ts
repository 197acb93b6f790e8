import { examplesMax } from '../../../../../contract';
import { modelOf, type Strapi } from '../../../kernel';
import { deleteStaleGrants, findStaleGrants } from '../../access';
import { findUnused } from '../../guests';
import { example, type Finding } from '../finding';
import { namedGuests } from '../guest-names';

const isoOf = (at: string | number | null): string | null => (at === null ? null : new Date(Number(at)).toISOString());

/** What nobody uses, nobody misses as it is stolen. */
export const unusedGuests: Finding = {
  id: 'unused-guests',
  look: async (look) => {
    const { count, ids } = await findUnused(look.strapi, examplesMax);
    if (count === 0) return null;
    const examples = await namedGuests(look, 'id', ids, ({ lastSeenAt }) => isoOf(lastSeenAt));
    return { severity: 'medium', count, examples };
  },
  repair: { kind: 'open', page: 'unused-guests' },
};

const typeName = (strapi: Strapi, uid: string): string => modelOf(strapi, uid)?.info.displayName ?? uid;

/** Grants of what is not there: as it comes back, so do they. */
export const deadGrants: Finding = {
  id: 'dead-grants',
  look: async ({ strapi, settings }) => {
    const { count, examples } = await findStaleGrants(strapi, settings, examplesMax);
    if (count === 0) return null;
    const named = examples.map(({ subjectType, subject }) =>
      example({ name: subject, facts: [typeName(strapi, subjectType)] })
    );
    return { severity: 'low', count, examples: named };
  },
  repair: {
    kind: 'do',
    permission: 'access.manage',
    run: ({ strapi, settings }) => deleteStaleGrants(strapi, settings),
  },
};
