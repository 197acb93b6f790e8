import { locales } from '../../../../../contract';
import { kept } from './kept';

const index = (...columns: string[]) => ({
  name: `guest_access_contacts_${columns.join('_')}_index`,
  columns: [...columns, 'id'],
});

/**
 * A person the site knows. `language` is the contract's `locale`: that word is Strapi's own in a content type. The company
 * is a column of the row, not a join table: one join less for the list and for the rules that widen to a company.
 * Every column the list sorts by has an index that ends with the id, so that rows of equal value keep their order.
 */
export const contact = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_contacts',
    info: { singularName: 'contact', pluralName: 'contacts', displayName: 'Contact' },
    options: { draftAndPublish: false },
    pluginOptions: { 'guest-access': { contact: true } },
    attributes: {
      lastName: { type: 'string', required: true, maxLength: 120 },
      firstName: { type: 'string', maxLength: 120 },
      company: {
        type: 'relation',
        relation: 'manyToOne',
        target: 'plugin::guest-access.company',
        inversedBy: 'contacts',
        useJoinTable: false,
      },
      email: { type: 'string', maxLength: 254 },
      phone: { type: 'string', maxLength: 40 },
      directLine: { type: 'string', maxLength: 40 },
      mobile: { type: 'string', maxLength: 40 },
      language: { type: 'enumeration', enum: [...locales] },
      lastNameKey: { type: 'string', ...kept },
      firstNameKey: { type: 'string', ...kept },
      emailKey: { type: 'string', ...kept },
      /** The telephone numbers in E.164, where they are such. */
      phoneNumber: { type: 'string', ...kept },
      directLineNumber: { type: 'string', ...kept },
      mobileNumber: { type: 'string', ...kept },
      /**
       * The address was set by somebody who may not decide over accesses. Nobody is paired with the contact by it, until
       * somebody who may has saved it.
       */
      emailUnvouched: { type: 'boolean', ...kept },
      searchText: { type: 'text', ...kept },
    },
    indexes: [
      index('last_name_key'),
      index('first_name_key'),
      index('email_key'),
      index('phone'),
      index('direct_line'),
      index('mobile'),
      index('phone_number'),
      index('direct_line_number'),
      index('mobile_number'),
      index('updated_at'),
      index('company_id', 'last_name_key'),
    ],
  },
};
