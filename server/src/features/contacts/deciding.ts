import { accessDecides, currentPanelCaller, parseAddress, rows, type Strapi, type Where } from '../../kernel';
import { CONTACT } from '../settings';
import { COMPANY } from './companies';
import { guestsBehind } from './guests-behind';
import { companyIn, contactsIn } from './relation';

/*
 * A contact's address and company decide who a guest is and what guests see. Whoever of the admin panel changes them where a
 * guest stands behind the contact has to hold the rights that this takes; see `docs/decisions/0013-rights-by-effect.md`.
 * The site's own code and jobs are asked nothing.
 */

type Data = Record<string, unknown>;

/** Stands for a company that is not there yet: no row has this id. */
export const companyToBe = 0;

/** A contact as it is before a change. */
interface Before {
  id: number;
  email: string | null;
  company: { id: number } | null;
}

const keyOf = (email: unknown): string | null => {
  const parsed = parseAddress(email);
  return parsed.kind === 'address' ? parsed.key : null;
};

/** Whether two texts are one address: letters' case aside. */
const sameAddress = (one: unknown, other: unknown): boolean =>
  (one || null) === (other || null) || (keyOf(one) !== null && keyOf(one) === keyOf(other));

const whyAddress =
  'A guest stands behind this contact, and their key and their joining go by its address: to change it takes the right to manage accesses.';
const whyCompany =
  'A guest stands behind this contact, and sees by its company: to change it takes the right to manage accesses.';
const whySeen =
  'Guests of this company see the rows of all its contacts: to add one takes the right to manage accesses.';

/**
 * Contacts that go to another company, or to none.
 * @param field what the refusal names: where in the body they are told to
 * @throws 403 `access_decides`
 */
const requireMayMove = async (
  strapi: Strapi,
  contacts: readonly Before[],
  to: number | null,
  field: string
): Promise<void> => {
  const caller = currentPanelCaller(strapi);
  const moved = contacts.filter(({ company }) => (company?.id ?? null) !== to).map(({ id }) => id);
  if (caller === null || moved.length === 0) return;
  if (!caller.may('changesWhoIsMeant') && (await guestsBehind().contactsWithGuest(strapi, moved)).size > 0) {
    throw accessDecides(field, whyCompany);
  }
  if (
    to !== null &&
    !caller.may('changesWhatIsVisible') &&
    (await guestsBehind().companiesSeen(strapi, [to])).size > 0
  ) {
    throw accessDecides(field, whySeen);
  }
};

const readBefore = (strapi: Strapi, where: Where): Promise<Before[]> =>
  rows<Before>(strapi, CONTACT).findMany({
    select: ['id', 'email'],
    where,
    populate: { company: { select: ['id'] } },
  });

/**
 * Asked before contacts are changed, of the data as it will be stored. An address that somebody sets who may not decide over
 * accesses is marked: nobody is paired with the contact by it, until somebody who may has saved it.
 * @throws 403 `access_decides`
 */
export const decideChange = async (strapi: Strapi, data: Data, where: Where): Promise<void> => {
  delete data.emailUnvouched;
  const caller = currentPanelCaller(strapi);
  const company = companyIn(data);
  if (data.email === undefined && company === undefined) return;
  if (caller?.may('changesWhoIsMeant')) {
    if (data.email !== undefined) data.emailUnvouched = false;
    return;
  }
  const before = await readBefore(strapi, where);
  if (company !== undefined) await requireMayMove(strapi, before, company, 'company');
  const changed = data.email === undefined ? [] : before.filter(({ email }) => !sameAddress(email, data.email));
  if (changed.length === 0) return;
  data.emailUnvouched = caller !== null;
  if (caller === null) return;
  const ids = changed.map(({ id }) => id);
  if ((await guestsBehind().contactsWithGuest(strapi, ids)).size > 0) throw accessDecides('email', whyAddress);
};

/** Asked before a contact is made. */
export const decideNew = (strapi: Strapi, data: Data): void => {
  const caller = currentPanelCaller(strapi);
  data.emailUnvouched = caller !== null && !caller.may('changesWhoIsMeant') && Boolean(data.email);
};

/**
 * Asked before a company is made (no `where`) or changed, of what its data says of its contacts.
 * @throws 403 `access_decides`
 */
export const decideCompany = async (strapi: Strapi, data: Data, where?: Where): Promise<void> => {
  const change = contactsIn(data);
  if (change === null || currentPanelCaller(strapi) === null) return;
  const company = where && (await rows<{ id: number }>(strapi, COMPANY).findOne({ select: ['id'], where }));
  const inside = company ? await readBefore(strapi, { company: { id: company.id } }) : [];
  const [added, leaving] =
    'all' in change
      ? [change.all, inside.filter(({ id }) => !change.all.includes(id))]
      : [change.connect, inside.filter(({ id }) => change.disconnect.includes(id))];
  await requireMayMove(strapi, leaving, null, 'contacts');
  if (added.length === 0) return;
  await requireMayMove(
    strapi,
    await readBefore(strapi, { id: { $in: added } }),
    company?.id ?? companyToBe,
    'contacts'
  );
};

/** Asked before companies go, which leaves their contacts without one. @throws 403 `access_decides` */
export const decideCompanyGone = async (strapi: Strapi, where: Where): Promise<void> => {
  if (currentPanelCaller(strapi) === null) return;
  await requireMayMove(strapi, await readBefore(strapi, { company: where }), null, 'contacts');
};
