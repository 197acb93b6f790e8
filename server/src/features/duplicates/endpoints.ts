import { ListDuplicates, MergeContacts, TellApart } from '../../../../contract';
import { callerOf, guarded, handle, type HandledEndpoint } from '../../kernel';
import { findContactsByRow, presentContact, presentContacts } from '../contacts';
import { requireContacts } from '../settings';
import { tellApart } from './apart';
import { findPairs } from './find';
import { mergeContacts } from './merge';

export const endpoints: HandledEndpoint[] = guarded(requireContacts, [
  handle(ListDuplicates, async ({ strapi, query, ctx }) => {
    const { pairs, total } = await findPairs(strapi, query);
    const found = await findContactsByRow(
      strapi,
      pairs.flatMap(({ older, newer }) => [older, newer])
    );
    const shown = await presentContacts(strapi, callerOf(ctx), found);
    const byRow = new Map(found.map(({ id }, index) => [id, shown[index]]));
    const { page, pageSize } = query;
    return {
      duplicates: pairs.flatMap(({ by, ...pair }) => {
        const [older, newer] = [byRow.get(pair.older), byRow.get(pair.newer)];
        return older && newer ? [{ by, older, newer }] : [];
      }),
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
    };
  }),

  handle(TellApart, async ({ strapi, body: { one, other, apart } }) => {
    await tellApart(strapi, [one, other], apart);
    return { apart };
  }),

  handle(MergeContacts, async ({ strapi, body, ctx }) => {
    const caller = callerOf(ctx);
    const { contact, moved } = await mergeContacts(strapi, body, caller);
    return { contact: await presentContact(strapi, caller, contact), moved };
  }),
]);
