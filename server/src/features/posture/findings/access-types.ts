import { heldAccessTypes } from '../../access';
import { example, foundList, type Finding } from '../finding';

const changes = ['create', 'update', 'delete'];

/** Every guest who holds it sees every row: nothing is asked of the row but that it is there. */
export const ruleAll: Finding = {
  id: 'rule-all',
  look: async ({ settings: { accessTypes } }) => {
    const all = accessTypes.filter(({ rule }) => rule.kind === 'all');
    const isWorse = all.some(({ actions, drafts }) => drafts || actions.some((action) => changes.includes(action)));
    return foundList(all, isWorse ? 'high' : 'medium', {
      subjectsOf: ({ key, actions, drafts }) =>
        [...actions, ...(drafts ? ['drafts'] : [])].map((can) => `${key} ${can}`),
      exampleOf: ({ key, labels, actions, drafts }) =>
        example({ labels, facts: [...actions, ...(drafts ? ['drafts'] : [])], page: 'access-type', pageId: key }),
    });
  },
  repair: { kind: 'open', page: 'settings-content' },
};

/** What nobody has is open all the same to whoever is given it some day, by a link or by mistake. */
export const unheldAccessTypes: Finding = {
  id: 'unheld-access-types',
  look: async ({ strapi, settings: { accessTypes } }) => {
    const held = await heldAccessTypes(
      strapi,
      accessTypes.map(({ key }) => key)
    );
    return foundList(
      accessTypes.filter(({ key }) => !held.has(key)),
      'low',
      {
        subjectsOf: ({ key }) => [key],
        exampleOf: ({ key, labels }) => example({ labels, page: 'access-type', pageId: key }),
      }
    );
  },
  repair: { kind: 'open', page: 'settings-content' },
};
