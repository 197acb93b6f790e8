import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { asTyped, documentId, endpoint, file, nothing } from './endpoint';
import { exportQuery, exportTypes } from './export';
import { accessState } from './contact-access';
import { locale } from './locales';
import { pageQuery, pagination } from './pagination';

/** The text columns of a contact, in the order of the table; the search box looks in all of them and in the company's name. */
export const contactTextFields = ['lastName', 'firstName', 'email', 'phone', 'directLine', 'mobile'] as const;
export type ContactTextField = (typeof contactTextFields)[number];

/** What a list of contacts can be sorted by. */
export const contactSortFields = [
  'updatedAt',
  'lastName',
  'firstName',
  'company',
  'email',
  'phone',
  'directLine',
  'mobile',
] as const;
export type ContactSortField = (typeof contactSortFields)[number];
export const sortDirections = ['asc', 'desc'] as const;

export const company = object({ documentId: string().required(), name: string().required() });
export type Company = InferType<typeof company>;

/** A telephone number as it is read and dialled; null where what was typed is none. */
const shownNumber = object({ shown: string().required(), href: string().required() }).nullable().defined();

export const contact = object({
  documentId: string().required(),
  updatedAt: string().required(),
  lastName: string().required(),
  firstName: string().defined().nullable(),
  email: string().defined().nullable(),
  phone: string().defined().nullable(),
  directLine: string().defined().nullable(),
  mobile: string().defined().nullable(),
  /** The numbers beside it, in the form that the site's country writes them in. */
  numbers: object({ phone: shownNumber, directLine: shownNumber, mobile: shownNumber }).required(),
  locale: locale.defined().nullable(),
  company: company.nullable().defined(),
  /** Null where the reader lacks `access.read`. */
  accessState: accessState.nullable().defined(),
});
export type Contact = InferType<typeof contact>;

/** Marks that turn the reading direction or take no room: with them a name could look like another, or like none. */
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A text of one line as it is kept: without invisible marks, and without spaces around it. */
export const cleanLine = (typed: string): string => typed.replace(invisible, '').trim();

/**
 * What a person typed on one line: a text, not a number or a list made into one; no control characters, and invisible marks
 * are dropped.
 */
export const typedText = (max: number) =>
  string()
    .transform((_value: unknown, typed: unknown) => (typeof typed === 'string' ? cleanLine(typed) : typed))
    .max(max)
    .matches(/^\P{Cc}*$/u, '${path}: a control character');
const text = (max: number) => typedText(max).nullable().default(null);

/** How long a contact's texts may be, in UTF-16 units; the address has bounds of its own. */
export const contactTextMax = {
  lastName: 120,
  firstName: 120,
  phone: 40,
  directLine: 40,
  mobile: 40,
  company: 160,
} as const;

/** An address as it was typed: checked and brought to its canonical form by the server's one parser, bounded here. */
export const addressText = string().transform(asTyped).max(300);

/**
 * What a person may type of a contact. The company is one that exists (`documentId`) or a name that is
 * created (or found again, without regard to case) as the contact is saved.
 */
export const contactInput = object({
  lastName: typedText(contactTextMax.lastName).min(1).required(),
  firstName: text(contactTextMax.firstName),
  email: addressText.nullable().default(null),
  phone: text(contactTextMax.phone),
  directLine: text(contactTextMax.directLine),
  mobile: text(contactTextMax.mobile),
  locale: locale.nullable().default(null),
  company: object({ documentId: documentId.optional(), name: typedText(contactTextMax.company).min(1).optional() })
    .noUnknown()
    .transform((value: unknown, typed: unknown) => (typeof typed === 'string' ? typed : value))
    .nullable()
    .default(null)
    .test(
      'one-way-to-name-it',
      'company: give either documentId or name',
      (value) => value === null || (value?.documentId === undefined) !== (value?.name === undefined)
    ),
}).noUnknown();
export type ContactInput = InferType<typeof contactInput>;

/** What narrows a list of contacts; the same for the page and for "select all". */
export const contactFilter = {
  q: typedText(200).default(''),
  company: documentId.optional(),
  access: accessState.optional(),
  hasEmail: boolean().optional(),
};

const contactOrder = {
  sort: mixed<ContactSortField>()
    .oneOf([...contactSortFields])
    .default('lastName'),
  direction: mixed<(typeof sortDirections)[number]>()
    .oneOf([...sortDirections])
    .default('asc'),
};

/** GET /contacts — one page of the address book. */
export const ListContacts = endpoint('ListContacts', {
  query: object({ ...pageQuery, ...contactFilter, ...contactOrder }).noUnknown(),
  response: object({ contacts: array(contact.required()).required(), pagination: pagination.required() }),
});

export const contactSelectionMax = 10_000;
/** GET /contact-ids — the ids of all contacts that the filter leaves, for "select all". At most `contactSelectionMax`. */
export const ListContactIds = endpoint('ListContactIds', {
  query: object({ ...contactFilter }).noUnknown(),
  response: object({ contactIds: array(string().required()).required(), total: number().required() }),
});

/** GET /contact-export — all contacts that the filter leaves, as a file. What would be a formula in a spreadsheet has a `'` before it. */
export const ExportContacts = file(
  'ExportContacts',
  object({ ...contactFilter, ...contactOrder, ...exportQuery }).noUnknown(),
  exportTypes
);

/** GET /contacts/:contactId — one contact. */
export const GetContact = endpoint('GetContact', {
  params: object({ contactId: documentId.required() }).noUnknown(),
  response: contact,
});

/** POST /contacts — a new contact. */
export const CreateContact = endpoint('CreateContact', {
  body: contactInput,
  response: contact,
});

/** PUT /contacts/:contactId — the whole contact; what is left out is emptied. */
export const UpdateContact = endpoint('UpdateContact', {
  params: object({ contactId: documentId.required() }).noUnknown(),
  body: contactInput,
  response: contact,
});

/** DELETE /contacts/:contactId — also ends the access of a guest that had no other contact. */
export const DeleteContact = endpoint('DeleteContact', {
  params: object({ contactId: documentId.required() }).noUnknown(),
  response: nothing,
});

/** GET /companies?q= — the first 20 companies whose name holds `q`; or the one of an id, if it is there. */
export const ListCompanies = endpoint('ListCompanies', {
  query: object({ q: typedText(160).default(''), companyId: documentId.optional() }).noUnknown(),
  response: object({ companies: array(company.required()).required() }),
});
