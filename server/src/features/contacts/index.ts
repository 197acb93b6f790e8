import type { Feature } from '../../kernel';
import { company } from './content-types/company';
import { contact } from './content-types/contact';
import { endpoints } from './endpoints';
import { keepCompanies, keepContacts } from './keeping';
import { fillMissingKeys } from './refresh';

export { provideAccessState, type AccessStateProvider } from './access-state';
export { findContact, findContactsByEmailKey, findContactsByRow, type ContactRow } from './repository';
export { fold, fullName } from './rules';
export { addNewcomer, type Newcomer } from './service';

export const contacts: Feature = {
  name: 'contacts',
  contentTypes: { company, contact },
  endpoints,
  async bootstrap(strapi) {
    keepCompanies(strapi);
    keepContacts(strapi);
    await fillMissingKeys(strapi);
  },
};
