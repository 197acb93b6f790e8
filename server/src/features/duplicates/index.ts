import { on, type Feature } from '../../kernel';
import { forgetContact } from './apart';
import { endpoints } from './endpoints';
import { apartTable } from './table';

/** Contacts that are there twice: found, told apart, merged. */
export const duplicates: Feature = {
  name: 'duplicates',
  tables: [apartTable],
  endpoints,
  register: (strapi) => on(strapi, 'contact.deleted', ({ contactId }) => forgetContact(strapi, contactId)),
};
