import { ValidationError } from 'yup';
import { ApiError } from '../../kernel/apiError';
import type { TextKey } from '../../kernel/translate';

export const checkedFields = ['name', 'domain', 'placesMax'] as const;
export type CheckedField = (typeof checkedFields)[number];
/** For each field that is wrong, what is wrong with it. */
export type InvitationFaults = Partial<Record<CheckedField, TextKey>>;

const fieldOf = (path: unknown): CheckedField | undefined => checkedFields.find((field) => field === path);

const faultOf: Record<CheckedField, TextKey> = {
  name: 'contacts.fault.required',
  domain: 'invitations.fault.domain',
  placesMax: 'invitations.fault.places',
};

/** The fields that were found wrong, by the schema or by the server; empty for any other failure. */
export const faultsOf = (error: unknown): InvitationFaults => {
  const faults: InvitationFaults = {};
  if (error instanceof ValidationError) {
    for (const { path, type } of error.inner) {
      const field = fieldOf(path);
      if (field !== undefined)
        faults[field] ??= type === 'max' && field === 'name' ? 'contacts.fault.tooLong' : faultOf[field];
    }
  } else if (error instanceof ApiError && error.code === 'invalid_body') {
    for (const { path } of error.details.errors) {
      const field = fieldOf(path[0]);
      if (field !== undefined) faults[field] = faultOf[field];
    }
  }
  return faults;
};
