import { mergedFields, type BodyOf, type MergeContacts, type MergedField } from '../../../../contract';
import {
  accessDecides,
  failure,
  linksTo,
  lockVersions,
  modelOf,
  moveLinks,
  notFound,
  transaction,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { noteOf } from '../contact-access';
import {
  changeContact,
  companiesSeen,
  contactsWithGuest,
  findContact,
  removeContact,
  type ContactRow,
} from '../contacts';
import { passContactOn } from '../guests';
import { CONTACT } from '../settings';

const whyAccess =
  'A guest stands behind one of these contacts, or sees the rows of their company: to merge them takes the right to manage accesses.';

/** Rows of the one become the other's, and a guest with them: who sees what is decided by it. @throws 403 */
const requireMayMerge = async (
  strapi: Strapi,
  caller: PanelCaller,
  [kept, merged]: readonly [ContactRow, ContactRow],
  company: number | null
): Promise<void> => {
  if (!caller.holds('contacts.delete') || !caller.may('showsContact')) {
    throw failure('forbidden', 'To merge contacts takes the rights to see, to change and to delete them');
  }
  if (caller.may('changesWhoIsMeant') && caller.may('changesWhatIsVisible')) return;
  const behind = await contactsWithGuest(strapi, [kept.id, merged.id]);
  const seen = company === null ? new Set() : await companiesSeen(strapi, [company]);
  if (behind.size > 0 || seen.size > 0) throw accessDecides('merged', whyAccess);
};

const isEmpty = (value: unknown): boolean => value === null || value === '';

/** What is written of the kept contact: the chosen values, and those of the other where it has none. */
const writtenOf = (kept: ContactRow, merged: ContactRow, taken: ReadonlySet<MergedField>) => {
  const sideOf = (field: MergedField): ContactRow =>
    !isEmpty(merged[field]) && (taken.has(field) || isEmpty(kept[field])) ? merged : kept;
  return Object.fromEntries(
    mergedFields.flatMap((field) => (sideOf(field) === kept ? [] : [[field, merged[field]]]))
  ) as Partial<Pick<ContactRow, MergedField>>;
};

/** All of the site's relations that lead to the one lead to the other. @returns how many @throws 409 `both_linked` */
const moveRows = async (strapi: Strapi, from: ContactRow, to: ContactRow): Promise<number> => {
  let moved = 0;
  for (const { uid, links, isExclusive } of linksTo(strapi, CONTACT)) {
    const count = await moveLinks(strapi, links, { from: from.id, to: to.id, isExclusive });
    if (count === 'both') {
      const type = modelOf(strapi, uid)?.info.displayName ?? uid;
      throw failure(
        'both_linked',
        `Each of the two has a ${type}, where a contact may have only one. Take one away first.`,
        {
          type,
        }
      );
    }
    moved += count;
  }
  return moved;
};

/**
 * Makes one contact of two. In one transaction: the rows and the guest of the one that goes are the other's, which takes the values that
 * were chosen; then it is deleted.
 * @throws 404; 409 `conflict` where one is not as it was seen; 409 `both_have_access`, `both_linked`; 403 `access_decides`
 */
export const mergeContacts = (
  strapi: Strapi,
  { kept: keptId, merged: mergedId, seen, taken }: BodyOf<typeof MergeContacts>,
  caller: PanelCaller
): Promise<{ contact: ContactRow; moved: number }> => {
  if (keptId === mergedId) throw notFound();
  return transaction(strapi, async () => {
    for (const id of [keptId, mergedId].sort()) await lockVersions(strapi, CONTACT, id, null);
    const [kept, merged] = [await findContact(strapi, keptId), await findContact(strapi, mergedId)];
    if (kept === null || merged === null) throw notFound();
    const isAsSeen = (contact: ContactRow, at: string) => new Date(contact.updatedAt).toISOString() === at;
    if (!isAsSeen(kept, seen.kept) || !isAsSeen(merged, seen.merged)) {
      throw failure('conflict', 'One of the two contacts was changed meanwhile. Compare them again.');
    }
    const written = writtenOf(kept, merged, new Set(taken));
    await requireMayMerge(strapi, caller, [kept, merged], (written.company ?? kept.company)?.id ?? null);
    for (const { documentId, closed } of await passContactOn(strapi, merged, kept)) {
      await noteOf(strapi, caller)('access.saved', documentId, { closed });
    }
    const moved = await moveRows(strapi, merged, kept);
    await removeContact(strapi, mergedId);
    const { company, ...texts } = written;
    const change = company === undefined ? texts : { ...texts, company: company?.id ?? null };
    const contact = await changeContact(strapi, kept, change, caller.id);
    if (contact === null) throw notFound();
    return { contact, moved };
  });
};
