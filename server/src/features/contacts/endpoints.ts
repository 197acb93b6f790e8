import type { Context } from 'koa';
import {
  contactSelectionMax,
  CreateContact,
  DeleteContact,
  ExportContacts,
  GetContact,
  ListCompanies,
  ListContactIds,
  ListContacts,
  UpdateContact,
  type AccessState,
  type QueryOf,
} from '../../../../contract';
import { callerOf, failure, guarded, handle, handleFile, type HandledEndpoint, type Strapi } from '../../kernel';
import { requireContacts } from '../settings';
import { findCompany, listCompanies, type Company } from './companies';
import { exportContacts } from './export';
import { countContacts, findContactIds } from './filter';
import { findContactPage } from './list';
import { presentCompany, presentContact, presentContacts } from './presenter';
import { findContactsByRow } from './repository';
import { createContact, getContact, removeContact, replaceContact } from './service';

const requireAccessRead = (ctx: Context, filter: { access?: AccessState | undefined }): void => {
  if (filter.access !== undefined && !callerOf(ctx).may('showsAccess')) {
    throw failure('forbidden', 'You may not see who has an access');
  }
};

const companiesAsked = async (strapi: Strapi, { q, companyId }: QueryOf<typeof ListCompanies>): Promise<Company[]> => {
  if (companyId === undefined) return listCompanies(strapi, q);
  const company = await findCompany(strapi, companyId);
  return company ? [company] : [];
};

export const endpoints: HandledEndpoint[] = guarded(requireContacts, [
  handle(ListContacts, async ({ strapi, query, ctx }) => {
    requireAccessRead(ctx, query);
    const { page, pageSize } = query;
    const { ids, total } = await findContactPage(strapi, query);
    const contacts = await presentContacts(strapi, callerOf(ctx), await findContactsByRow(strapi, ids));
    return { contacts, pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
  }),

  handle(ListContactIds, async ({ strapi, query, ctx }) => {
    requireAccessRead(ctx, query);
    const contactIds = await findContactIds(strapi, query, contactSelectionMax + 1);
    if (contactIds.length <= contactSelectionMax) return { contactIds, total: contactIds.length };
    const total = await countContacts(strapi, query);
    throw failure('invalid_query', `${total} contacts are too many to select; at most ${contactSelectionMax}`, {
      total,
      max: contactSelectionMax,
    });
  }),

  handleFile(ExportContacts, async ({ strapi, query, ctx }) => {
    requireAccessRead(ctx, query);
    return exportContacts(strapi, query, callerOf(ctx), async (ids) =>
      presentContacts(strapi, callerOf(ctx), await findContactsByRow(strapi, ids))
    );
  }),

  handle(GetContact, async ({ strapi, params, ctx }) =>
    presentContact(strapi, callerOf(ctx), await getContact(strapi, params.contactId))
  ),

  handle(CreateContact, async ({ strapi, body, ctx }) =>
    presentContact(strapi, callerOf(ctx), await createContact(strapi, body, callerOf(ctx).id))
  ),

  handle(UpdateContact, async ({ strapi, params, body, ctx }) =>
    presentContact(strapi, callerOf(ctx), await replaceContact(strapi, params.contactId, body, callerOf(ctx).id))
  ),

  handle(DeleteContact, async ({ strapi, params }) => removeContact(strapi, params.contactId)),

  handle(ListCompanies, async ({ strapi, query }) => ({
    companies: (await companiesAsked(strapi, query)).map(presentCompany),
  })),
]);
