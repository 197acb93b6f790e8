import { array, object, string } from 'yup';
import { contentTypeUid, documentId } from './endpoint';

export const accessTypeKey = string()
  .strict()
  .max(40)
  .matches(/^[a-z][a-z0-9-]*$/);

export const resourcesPerGuestMax = 20_000;

/** One resource type's granted rows. */
export const resourceGrants = object({
  contentType: contentTypeUid.required(),
  documentIds: array(documentId.required()).max(resourcesPerGuestMax).required(),
}).noUnknown();

/** What is given: rows of resource types, and access types by their keys. */
export const grants = {
  resources: array(resourceGrants.required()).max(20).required(),
  accessTypes: array(accessTypeKey.required()).max(100).required(),
};

/** The same in an answer, null where its reader may not see it. */
export const shownGrants = {
  resources: array(resourceGrants.required()).nullable().defined(),
  accessTypes: array(accessTypeKey.required()).nullable().defined(),
};

/** The same where nothing at all may be given. */
export const presetGrants = {
  resources: array(resourceGrants.required()).max(20).default([]),
  accessTypes: array(accessTypeKey.required()).max(100).default([]),
};
