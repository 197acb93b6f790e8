import {
  fullTokens,
  panelRolesWith,
  PLUGIN,
  READ_API_TOKENS,
  READ_CONTENT,
  READ_PANEL_ROLES,
  rightsBeyond,
  type RoleRight,
} from '../../../kernel';
import { example, foundList, type Finding, type Look } from '../finding';
import { protectedTypes } from '../protected';

/** A role with what it amounts to. */
interface Role {
  role: RoleRight['role'];
  facts: string[];
}

const gathered = (rights: readonly RoleRight[], factOf: (right: RoleRight) => string): Role[] => {
  const found = new Map<number, Role>();
  for (const right of rights) {
    const known = found.get(right.role.id) ?? { role: right.role, facts: [] };
    const fact = factOf(right);
    if (!known.facts.includes(fact)) known.facts.push(fact);
    found.set(right.role.id, known);
  }
  return [...found.values()];
};

const exampleFor =
  ({ caller }: Look) =>
  ({ role, facts }: Role) => {
    const isNamed = caller.ability.can(READ_PANEL_ROLES);
    return example({
      name: isNamed ? role.name : null,
      facts,
      page: 'panel-role',
      pageId: isNamed ? String(role.id) : null,
    });
  };

const subjectsOf = ({ role, facts }: Role): string[] => facts.map((fact) => `${role.id} ${fact}`);

const nameOfRight = (action: string): string =>
  Object.entries(rightsBeyond).find(([, actions]) => actions.includes(action))?.[0] ?? action;

/** Strapi's rights that reach everything: by a role one gives oneself, by a token, by what is sent elsewhere. */
export const rolesBeyond: Finding = {
  id: 'roles-beyond',
  look: async (look) => {
    const rights = await panelRolesWith(look.strapi, Object.values(rightsBeyond).flat());
    const roles = gathered(rights, ({ action }) => `right.${nameOfRight(action)}`);
    const isWhole = roles.some(({ facts }) => facts.includes('right.roles') || facts.includes('right.users'));
    return foundList(roles, isWhole ? 'high' : 'medium', { subjectsOf, exampleOf: exampleFor(look) });
  },
  repair: { kind: 'open', page: 'panel-roles' },
};

const showing = ['access.manage', 'access.preview', 'keys.issue'].map((right) => `plugin::${PLUGIN}.${right}`);

/** Our rights by which somebody reads, as a guest, rows that the content manager does not show them. */
export const rolesSeeRows: Finding = {
  id: 'roles-see-rows',
  look: async (look) => {
    const { strapi, settings } = look;
    const uids = protectedTypes(strapi, settings).map(({ model }) => model.uid);
    const ours = gathered(await panelRolesWith(strapi, showing), ({ action }) =>
      action.replace(`plugin::${PLUGIN}.`, 'right.')
    );
    const reads = await panelRolesWith(strapi, [READ_CONTENT]);
    const isWithout = ({ role }: Role) =>
      uids.some((uid) => !reads.some((right) => right.role.id === role.id && right.subject === uid));
    return foundList(ours.filter(isWithout), 'medium', { subjectsOf, exampleOf: exampleFor(look) });
  },
  repair: { kind: 'open', page: 'panel-roles' },
};

/** Whoever holds such a token reads and writes everything; nobody asks them who they are. */
export const apiTokens: Finding = {
  id: 'api-tokens',
  look: async ({ strapi, at, caller }) => {
    const tokens = await fullTokens(strapi, at);
    const isNamed = caller.ability.can(READ_API_TOKENS);
    return foundList(tokens, tokens.some(({ expiresAt }) => expiresAt === null) ? 'medium' : 'low', {
      subjectsOf: ({ id, expiresAt }) => [`${id} ${expiresAt === null ? 'endless' : 'ends'}`],
      exampleOf: ({ name, expiresAt }) =>
        example({
          name: isNamed ? name : null,
          facts: expiresAt === null ? ['endless'] : [],
          at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
          page: 'api-tokens',
        }),
    });
  },
  repair: { kind: 'open', page: 'api-tokens' },
};
