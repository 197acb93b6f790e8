import { contactOutcome } from '../../../../contract';
import { codeOf, GiveUp, selectionJob, type Strapi } from '../../kernel';
import type { Grants } from '../access';
import { recordAll, type Happening } from '../activity';
import { findContacts } from '../contacts';
import { toGrants } from '../guests';
import { requireGuests } from '../settings';
import { contactGone, serve } from './contact';
import { readInput, type BulkInput } from './input';
import { requireStill } from './rules';

/** @throws `GiveUp` where something of it is gone: nobody else is given half of it */
const grantsOf = async (strapi: Strapi, { grants }: BulkInput): Promise<Grants | null> => {
  try {
    return grants && (await toGrants(strapi, grants));
  } catch (error) {
    if (codeOf(error) !== 'invalid_body') throw error;
    throw new GiveUp('Something that was to be given is not there any more');
  }
};

/** Nobody gets two keys or two mails of it, whatever dies. */
export const bulkAccessJob = selectionJob({
  name: 'bulk-access.run',
  input: readInput,
  outcome: contactOutcome,
  idsOf: ({ contactIds }) => contactIds,
  serve: async (strapi, caller, input, ids) => {
    await requireGuests(strapi);
    requireStill(caller, input);
    const { issueKeys, mailKeys } = input;
    const wish = { grants: await grantsOf(strapi, input), issueKeys, mailKeys };
    const found = new Map((await findContacts(strapi, ids)).map((one) => [one.documentId, one]));
    const outcomes = [];
    const happened: Happening[] = [];
    for (const id of ids) {
      const contact = found.get(id);
      outcomes.push(contact ? await serve(strapi, caller, contact, wish, happened) : contactGone);
    }
    await recordAll(strapi, happened);
    return outcomes;
  },
});
