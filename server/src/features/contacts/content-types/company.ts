import { kept } from './kept';

/** What contacts belong to. The unique index on `nameKey` is what makes one company of one name, whoever types it and when. */
export const company = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_companies',
    info: { singularName: 'company', pluralName: 'companies', displayName: 'Company' },
    options: { draftAndPublish: false },
    pluginOptions: {},
    attributes: {
      name: { type: 'string', required: true, maxLength: 160 },
      nameKey: { type: 'string', ...kept },
      contacts: {
        type: 'relation',
        relation: 'oneToMany',
        target: 'plugin::guest-access.contact',
        mappedBy: 'company',
        useJoinTable: false,
      },
    },
    indexes: [{ name: 'guest_access_companies_name_key_unique', columns: ['name_key'], type: 'unique' }],
  },
};
