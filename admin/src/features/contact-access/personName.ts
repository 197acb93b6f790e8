import type { ContactAccess } from '../../../../contract/contact-access';

type Named = Pick<ContactAccess['contact'], 'lastName' | 'firstName' | 'companyName'>;

/** "NOA Arthur (Maison Premium)": the name as the tables have it, the company in brackets. */
export const nameWithCompany = ({ lastName, firstName, companyName }: Named): string =>
  [lastName, firstName, companyName === null ? null : `(${companyName})`].filter(Boolean).join(' ');
