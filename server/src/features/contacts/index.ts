import { configOf, once, type Feature } from '../../kernel';
import { company } from './content-types/company';
import { contact } from './content-types/contact';
import { endpoints } from './endpoints';
import { registerCompanyLifecycles, registerContactLifecycles } from './lifecycles';
import { backfillMissing, rederiveAll } from './backfill';

export { addContacts, changeContact, findOrCreateCompanies, type CompaniesByKey, type ContactChange } from './bulk';
export { COMPANY } from './companies';
export { companiesSeen, contactsWithGuest, provideGuestsBehind, type GuestsBehind } from './guests-behind';
export { presentContact, presentContacts } from './presenter';
export { provideAccessState, type AccessStateProvider } from './access-state';
export {
  findContact,
  findContacts,
  findContactsByEmailKey,
  findContactsByRow,
  findVouchedContacts,
  type ContactRow,
} from './repository';
export { comparedKeysOf, foldedKey, fullName, searchTerms } from './rules';
export { addNewcomer, removeContact } from './service';
export { contains } from './sql';
export { personWords, stateWords } from './words';

/** Raised where the derived columns are made by other rules than before: all are then written again at the next start. */
const keysVersion = 3;

export const contacts: Feature = {
  name: 'contacts',
  contentTypes: { company, contact },
  endpoints,
  async bootstrap(strapi) {
    registerCompanyLifecycles(strapi);
    registerContactLifecycles(strapi);
    await once(strapi, 'contact-keys', `${keysVersion} ${configOf(strapi).phoneCountry}`, () => rederiveAll(strapi));
    await backfillMissing(strapi);
  },
};
