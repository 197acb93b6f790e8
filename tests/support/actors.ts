import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import type { Permission } from '../../contract';

/** Who makes a request, by the headers that say so. */
export interface Actor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

const bearer = (name: string, token: string): Actor => ({ name, headers: { Authorization: `Bearer ${token}` } });

export const nobody: Actor = { name: 'nobody', headers: {} };

/** A guest with the token of their session. */
export const guestWith = (token: string): Actor => bearer('guest', token);

const logInToPanel = async (email: string, password: string): Promise<string> => {
  const { body } = await supertest(site.url).post('/admin/login').send({ email, password }).expect(200);
  return body.data.token;
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

/** The administrator, who may do everything. */
export const administrator = once(async () =>
  bearer('administrator', await logInToPanel(site.admin.email, site.admin.password))
);

/** A right of Strapi's own on a content type, as its role editor gives it. */
export interface ContentRight {
  action: string;
  /** The content type; null where the action is of none. */
  subject: string | null;
  properties: { fields?: readonly string[]; locales?: readonly string[] };
  /** Ids of Strapi's conditions: `admin::is-creator`. */
  conditions?: readonly string[];
}

/** Everything that Strapi's content manager lets somebody do with a content type. */
export const contentRights = (subject: string): ContentRight[] => {
  const hidden = ['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'];
  const attributes = Object.keys(site.strapi.getModel(subject as 'api::task.task').attributes);
  const fields = attributes.filter((name) => !hidden.includes(name));
  return ['create', 'read', 'update', 'delete'].map((action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject,
    properties: { fields },
  }));
};

/** What a role may read in the content manager; all fields where none are named. */
export interface ReadRight {
  uid: string;
  fields?: readonly string[];
  conditions?: readonly string[];
}

export const readRight = ({ uid, fields, conditions = [] }: ReadRight): ContentRight => ({
  action: 'plugin::content-manager.explorer.read',
  subject: uid,
  properties: {
    fields:
      fields ??
      site.strapi
        .service('admin::content-type')
        .getNestedFields(site.strapi.getModel(uid as 'api::task.task'), { components: site.strapi.components }),
    locales: ['fr', 'en'],
  },
  conditions,
});

/** A user of the admin panel whose role holds these permissions of ours, these rights of Strapi's, and nothing else. */
export const editor = async (
  permissions: readonly Permission[],
  content: readonly ContentRight[] = []
): Promise<Actor> => {
  const id = randomUUID();
  const [email, password] = [`${id}@tests.example`, 'Tests-editor-1'];
  const role = await site.strapi.service('admin::role').create({ name: id, description: '' });
  await site.strapi.service('admin::role').assignPermissions(
    role.id,
    [
      ...permissions.map((permission) => ({
        action: `plugin::guest-access.${permission}`,
        subject: null,
        properties: {},
      })),
      ...content,
    ].map((right) => ({ conditions: [], ...right }))
  );
  await site.strapi
    .service('admin::user')
    .create({ email, password, firstname: 'Édith', lastname: 'Éditrice', isActive: true, roles: [role.id] });
  return bearer(`editor with ${permissions.join(', ') || 'nothing'}`, await logInToPanel(email, password));
};

/** The user of Users & Permissions, who reads projects and tasks without any row filter. */
export const siteUser = once(async () => {
  const { email: identifier, password } = site.user;
  const { body } = await supertest(site.url).post('/api/auth/local').send({ identifier, password }).expect(200);
  return bearer('user', body.jwt);
});

/** An API token of the site. */
export const apiToken = async (type: 'read-only' | 'full-access'): Promise<Actor> => {
  const { accessKey } = await site.strapi
    .service('admin::api-token')
    .create({ name: randomUUID(), description: '', type, lifespan: null });
  return bearer(`${type} API token`, accessKey);
};
