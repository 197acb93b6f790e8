import type { Contact } from '../../../contract/contacts';

/** "NOA Arthur", as the table has it. */
export const fullName = ({ lastName, firstName }: Pick<Contact, 'lastName' | 'firstName'>): string =>
  [lastName, firstName].filter(Boolean).join(' ');
