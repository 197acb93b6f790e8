import { contactTextFields } from '../../../../contract';
import {
  asSystem,
  configOf,
  emit,
  inTransaction,
  invalidBody,
  onQueries,
  parseAddress,
  rows,
  type Strapi,
  type Where,
} from '../../kernel';
import { CONTACT } from '../settings';
import { COMPANY } from './companies';
import { decideChange, decideCompany, decideCompanyGone, decideNew } from './deciding';
import { foldedKey, keysOf, type ContactTexts } from './rules';
import { rederiveContacts } from './backfill';
import { applyContacts, settleCompany, takeContacts, type ContactsChange } from './relation';

/*
 * Whatever way a contact or a company is written — the panel's own page, the content manager, the site's code — it gets the
 * same treatment: texts trimmed, the address canonical, the derived columns in step, who may decide over accesses asked,
 * `contact.deleted` emitted. What is read meanwhile is read as the system: neither a guest's row filter nor the panel's guard
 * is meant for it.
 */

type Data = Record<string, unknown>;

const refuse = (field: string, message: string): Error => invalidBody([field], message);

/** Trims what is there; an empty text is none. */
const tidy = (data: Data): void => {
  for (const field of contactTextFields) {
    const value = data[field];
    // What may stand around an address the parser knows: it is stricter.
    if (typeof value === 'string') data[field] = (field === 'email' ? value : value.trim()) || null;
  }
  if (data.lastName === null) throw refuse('lastName', 'lastName is a required field');
  if (data.email === undefined || data.email === null) return;
  const parsed = parseAddress(data.email);
  if (parsed.kind === 'refused') throw refuse('email', `email is not an address (${parsed.reason})`);
  data.email = parsed.address;
};

const textsOf = (data: Data): ContactTexts => {
  const text = (field: keyof ContactTexts): string | null => {
    const value = data[field];
    return typeof value === 'string' ? value : null;
  };
  return {
    lastName: text('lastName'),
    firstName: text('firstName'),
    email: text('email'),
    phone: text('phone'),
    directLine: text('directLine'),
    mobile: text('mobile'),
  };
};

const writesText = (data: Data): boolean => contactTextFields.some((field) => data[field] !== undefined);

/** Nobody writes the derived columns but this file. */
const dropKeys = (data: Data): void => {
  delete data.lastNameKey;
  delete data.firstNameKey;
  delete data.emailKey;
  delete data.searchText;
  delete data.phoneNumber;
  delete data.directLineNumber;
  delete data.mobileNumber;
};

const prepareNew = (strapi: Strapi, data: Data): void => {
  dropKeys(data);
  tidy(data);
  Object.assign(data, keysOf(textsOf(data), configOf(strapi).phoneCountry));
};

const prepareNewcomer = (strapi: Strapi, data: Data): void => {
  prepareNew(strapi, data);
  decideNew(strapi, data);
};

const prepareChange = async (strapi: Strapi, data: Data, where: Where): Promise<void> => {
  dropKeys(data);
  if (!writesText(data)) return;
  tidy(data);
  const row = await rows<Data>(strapi, CONTACT).findOne({ select: [...contactTextFields], where });
  const written = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  Object.assign(data, keysOf(textsOf({ ...row, ...written }), configOf(strapi).phoneCountry));
};

const prepareCompany = async (strapi: Strapi, data: Data, where?: Where): Promise<void> => {
  delete data.nameKey;
  if (typeof data.name !== 'string') return;
  const name = data.name.trim();
  const nameKey = foldedKey(name);
  if (nameKey === '') throw refuse('name', 'name is a required field');
  const self =
    where && (await rows<{ id: number; name: string }>(strapi, COMPANY).findOne({ select: ['id', 'name'], where }));
  // One that has kept the name of another since both were made may be saved for its other fields.
  if (self?.name === name) return void Object.assign(data, { name });
  const other = await rows<{ id: number }>(strapi, COMPANY).findOne({ select: ['id'], where: { nameKey } });
  if (other && other.id !== self?.id) throw refuse('name', 'There is a company of this name already');
  Object.assign(data, { name, nameKey });
};

const announceDeleted = async (strapi: Strapi, where: Where): Promise<void> => {
  const gone = await rows<{ documentId: string }>(strapi, CONTACT).findMany({ select: ['documentId'], where });
  await inTransaction(strapi, async () => {
    for (const { documentId } of gone) await emit(strapi, 'contact.deleted', { contactId: documentId });
  });
};

const listOf = (data: Data | Data[]): Data[] => (Array.isArray(data) ? data : [data]);

export const registerContactLifecycles = (strapi: Strapi): void => {
  onQueries(strapi, {
    models: [CONTACT],
    beforeCreate: ({ params }) =>
      asSystem(async () => {
        prepareNewcomer(strapi, params.data);
        await settleCompany(strapi, params.data);
      }),
    beforeCreateMany: ({ params }) => listOf(params.data).forEach((data) => prepareNewcomer(strapi, data)),
    beforeUpdate: ({ params }) =>
      asSystem(async () => {
        await prepareChange(strapi, params.data, params.where);
        await settleCompany(strapi, params.data, params.where);
        await decideChange(strapi, params.data, params.where);
      }),
    beforeUpdateMany: (event) =>
      asSystem(async () => {
        const { data, where } = event.params;
        dropKeys(data);
        if (writesText(data)) tidy(data);
        await decideChange(strapi, data, where);
        if (!writesText(data)) return;
        const changed = await rows<{ id: number }>(strapi, CONTACT).findMany({ select: ['id'], where });
        event.state.ids = changed.map(({ id }) => id);
      }),
    afterUpdateMany: ({ state }) =>
      asSystem(async () => {
        if (Array.isArray(state.ids)) await rederiveContacts(strapi, state.ids.map(Number));
      }),
    beforeDelete: ({ params }) => asSystem(() => announceDeleted(strapi, params.where)),
    beforeDeleteMany: ({ params }) => asSystem(() => announceDeleted(strapi, params.where)),
  });
};

/** Strapi's own event types say nothing of what a row holds. */
interface CompanyEvent {
  state: { contacts?: ContactsChange | null };
  result?: { id: number } | null;
}

const settleContacts = async (strapi: Strapi, { state, result }: CompanyEvent): Promise<void> => {
  if (state.contacts && result) await applyContacts(strapi, result.id, state.contacts);
};

export const registerCompanyLifecycles = (strapi: Strapi): void => {
  onQueries(strapi, {
    models: [COMPANY],
    beforeCreate: ({ params, state }) =>
      asSystem(async () => {
        await prepareCompany(strapi, params.data);
        await decideCompany(strapi, params.data);
        state.contacts = takeContacts(params.data);
      }),
    afterCreate: (event) => asSystem(() => settleContacts(strapi, event)),
    beforeCreateMany: ({ params }) =>
      asSystem(async () => {
        for (const data of listOf(params.data)) await prepareCompany(strapi, data);
      }),
    beforeUpdate: ({ params, state }) =>
      asSystem(async () => {
        await prepareCompany(strapi, params.data, params.where);
        await decideCompany(strapi, params.data, params.where);
        state.contacts = takeContacts(params.data);
      }),
    afterUpdate: (event) => asSystem(() => settleContacts(strapi, event)),
    beforeUpdateMany: ({ params }) => asSystem(() => prepareCompany(strapi, params.data, params.where)),
    beforeDelete: ({ params }) => asSystem(() => decideCompanyGone(strapi, params.where)),
    beforeDeleteMany: ({ params }) => asSystem(() => decideCompanyGone(strapi, params.where)),
  });
};
