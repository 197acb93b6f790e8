import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { contact, contactTextFields } from './contacts';
import { documentId, endpoint } from './endpoint';
import { pageQuery, pagination } from './pagination';

/** By what two contacts look like one and the same person; the surest first. */
export const likenesses = ['email', 'name', 'phone'] as const;
export type Likeness = (typeof likenesses)[number];

/** Two contacts that may be one and the same person. */
export const duplicate = object({
  by: mixed<Likeness>()
    .oneOf([...likenesses])
    .required(),
  /** The one that is there longer. */
  older: contact.required(),
  newer: contact.required(),
});
export type Duplicate = InferType<typeof duplicate>;

/** GET /contact-duplicates — contacts that may be there twice, two by two: by address, by name and company, by mobile or direct line. */
export const ListDuplicates = endpoint('ListDuplicates', {
  query: object({ ...pageQuery }).noUnknown(),
  response: object({ duplicates: array(duplicate.required()).required(), pagination: pagination.required() }),
});

/** Two contacts, one of which may be the other. */
const pair = { one: documentId.required(), other: documentId.required() };

/** PUT /contact-duplicates — that two contacts are two persons, and are not offered any more; or that they may be. */
export const TellApart = endpoint('TellApart', {
  body: object({ ...pair, apart: boolean().strict().required() }).noUnknown(),
  response: object({ apart: boolean().required() }),
});

/** What a contact is made of, field by field. */
export const mergedFields = [...contactTextFields, 'company', 'locale'] as const;
export type MergedField = (typeof mergedFields)[number];

const seen = string().strict().required().max(40);

/**
 * POST /contact-merges — two contacts become one. Access, keys and the site's rows of the one that goes are the kept one's.
 * @throws 409 `both_have_access` where two guests would be one, `both_linked` where a relation leads to each that one alone may have
 */
export const MergeContacts = endpoint('MergeContacts', {
  body: object({
    kept: documentId.required(),
    merged: documentId.required(),
    /** `updatedAt` of the two, as they were compared: what changed meanwhile is not thrown away. */
    seen: object({ kept: seen, merged: seen }).noUnknown().required(),
    /** The fields whose value is the one of the contact that goes. Where the kept one has none, it is filled without. */
    taken: array(
      mixed<MergedField>()
        .oneOf([...mergedFields])
        .required()
    )
      .strict()
      .required()
      .max(mergedFields.length),
  }).noUnknown(),
  /** `moved`: rows of the site that are the kept contact's now. */
  response: object({ contact: contact.required(), moved: number().required() }),
});
