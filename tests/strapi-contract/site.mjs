import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { siteFiles, sitePackages, writeFiles } from '../package/bare-site.mjs';
import { apiFiles } from '../package/plugin-site.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const text = { type: 'string' };
const relation = (kind, target, more) => ({
  type: 'relation',
  relation: kind,
  ...(target && { target: `api::${target}.${target}` }),
  ...more,
});
const localized = { pluginOptions: { i18n: { localized: true } } };
const shared = { pluginOptions: { i18n: { localized: false } } };

/** Each way in which Strapi keeps a relation, and each place from which one leads. */
const contentTypes = [
  [
    'project',
    { name: text, budget: { ...text, private: true }, tasks: relation('oneToMany', 'task', { mappedBy: 'project' }) },
  ],
  [
    'task',
    {
      title: text,
      internal: text,
      done: { type: 'boolean' },
      hours: { type: 'integer' },
      project: relation('manyToOne', 'project', { inversedBy: 'tasks' }),
      keeper: relation('manyToOne', 'person', { inversedBy: 'keeps', useJoinTable: false }),
      about: relation('morphToOne'),
    },
  ],
  ['person', { name: text, keeps: relation('oneToMany', 'task', { mappedBy: 'keeper', useJoinTable: false }) }],
  [
    'page',
    {
      title: { ...text, ...localized },
      code: { ...text, ...shared },
      cover: { type: 'media', multiple: false, ...shared },
      tasks: relation('manyToMany', 'task'),
      parts: { type: 'component', component: 'shared.part', repeatable: true, ...localized },
      zone: { type: 'dynamiczone', components: ['shared.part'], ...localized },
    },
    { options: { draftAndPublish: true }, pluginOptions: { i18n: { localized: true } } },
  ],
];

const component = JSON.stringify({
  collectionName: 'components_shared_parts',
  info: { displayName: 'part' },
  attributes: { label: text, task: relation('oneToOne', 'task') },
});

/** A plugin of our name, in the place of ours, which does what the tests have to do while Strapi starts. */
const hooks = `module.exports = {
  register: ({ strapi }) => globalThis.onRegister?.(strapi),
  bootstrap: ({ strapi }) => globalThis.onBootstrap?.(strapi),
};`;

const pluginConfig = `module.exports = ({ env }) => ({
  // Before ours, which looks at register whether Strapi has them.
  'query-scopes': { enabled: env.bool('QUERY_SCOPES', false), resolve: './src/plugins/query-scopes' },
  'guest-access': env.bool('WITH_PLUGIN', false)
    ? { enabled: true, resolve: './src/plugins/guest-access', config: { secret: env('GUEST_ACCESS_SECRET'), url: 'http://localhost' } }
    : { enabled: true, resolve: './src/plugins/hooks' },
  'users-permissions': { enabled: true, config: { jwtSecret: env('JWT_SECRET') } },
});`;

const databaseConfig = `module.exports = { connection: {
  client: 'sqlite', connection: { filename: process.env.DATABASE_FILENAME }, useNullAsDefault: true,
} };`;

/** The versions that the registry has of a package, the newest last. */
const versionsOf = (name) =>
  JSON.parse(execFileSync('npm', ['view', name, 'versions', '--json'], { encoding: 'utf8' }));

/** The version of one of Strapi's plugins for a version of Strapi: the same, or one with other repairs; null where there is none. */
const pluginVersion = (name, version) => {
  const versions = versionsOf(name);
  const [major, minor] = version.split('.');
  return (
    versions.find((one) => one === version) ?? versions.findLast((one) => one.startsWith(`${major}.${minor}.`)) ?? null
  );
};

const strapiPlugins = ['@strapi/plugin-users-permissions', '@strapi/plugin-graphql'];
export const ownVersion = manifest.devDependencies['@strapi/strapi'];

/** Installs a version of Strapi, with what a site needs, in the system's temporary folder, once. */
const install = (version) => {
  const folder = join(tmpdir(), 'guest-access-strapi', version);
  const wanted = { ...manifest.dependencies, ...sitePackages(), '@strapi/strapi': version, '@strapi/utils': version };
  // Compiled for this machine, and the same for each version.
  delete wanted['better-sqlite3'];
  const done = join(folder, 'installed.json');
  const known = existsSync(done) ? JSON.parse(readFileSync(done, 'utf8')) : {};
  if (JSON.stringify(known.wanted) === JSON.stringify(wanted)) return { folder, plugins: known.plugins };
  const plugins = Object.fromEntries(strapiPlugins.map((name) => [name, pluginVersion(name, version)]));
  const found = Object.fromEntries(Object.entries(plugins).filter(([, one]) => one !== null));
  // A plugin of other repairs brings another copy of what Strapi knows its errors by.
  const isMixed = Object.values(found).some((one) => one !== version);
  const overrides = isMixed ? { '@strapi/utils': version } : {};
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = { private: true, dependencies: { ...wanted, ...found }, overrides };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packages));
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const name of ['better-sqlite3', 'bindings', 'file-uri-to-path']) {
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
  writeFileSync(done, JSON.stringify({ wanted, plugins }));
  return { folder, plugins };
};

/** The repository's own version is there. */
const packagesOf = (version) =>
  version === ownVersion
    ? { folder: root, plugins: Object.fromEntries(strapiPlugins.map((name) => [name, version])) }
    : install(version);

/**
 * Makes a site of a version of Strapi, in a folder of its own. WITH_PLUGIN says whether it has the plugin, as it is
 * built here, QUERY_SCOPES whether also `db.queryScopes`, Strapi's or one like it.
 * @returns the folder, and the versions of Strapi's own plugins, null for one that is not there
 * @throws where the registry has not all of that version
 */
export const makeSite = (version) => {
  const { folder: packages, plugins } = packagesOf(version);
  const folder = mkdtempSync(join(tmpdir(), `strapi-${version}-`));
  symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'));
  for (const part of ['dist/server', 'dist/portal', 'package.json', 'strapi-server.js']) {
    cpSync(join(root, part), join(folder, 'src/plugins/guest-access', part), { recursive: true });
  }
  const found = Object.entries({ '@strapi/strapi': version, ...plugins }).filter(([, one]) => one !== null);
  mkdirSync(join(folder, 'data'));
  writeFiles(folder, {
    ...siteFiles(Object.fromEntries(found)),
    'config/plugins.js': pluginConfig,
    'config/database.js': databaseConfig,
    // Actions of the role editor are a plugin's.
    'src/plugins/hooks/strapi-server.js': hooks,
    'src/plugins/hooks/package.json': JSON.stringify({
      name: 'hooks',
      strapi: { kind: 'plugin', name: 'guest-access' },
    }),
    'src/plugins/query-scopes/strapi-server.js': readFileSync(
      join(root, 'tests/strapi-contract/query-scopes.cjs'),
      'utf8'
    ),
    'src/plugins/query-scopes/package.json': JSON.stringify({
      name: 'query-scopes',
      strapi: { kind: 'plugin', name: 'query-scopes' },
    }),
    'src/components/shared/part.json': component,
    ...Object.assign({}, ...contentTypes.map(apiFiles)),
  });
  return { folder, plugins };
};
