import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { makeBareSite, writeFiles } from './bare-site.mjs';

/** The plugins that are tried beside ours, each in exactly this version. */
export const plugins = {
  '@strapi-community/plugin-rest-cache': '5.0.1',
  '@fourlights/strapi-plugin-deep-populate': '1.16.0',
  'strapi-plugin-populate-all': '1.5.2',
  'strapi-plugin-navigation': '3.3.7',
  'strapi-plugin-meilisearch': '0.16.5',
  'strapi-plugin-comments': '3.2.4',
};

const pluginConfig = `module.exports = ({ env }) => ({
  'guest-access': { enabled: true, config: { secret: env('GUEST_ACCESS_SECRET'), url: env('PUBLIC_URL') } },
  'rest-cache': { enabled: true, config: { strategy: {
    contentTypes: ['api::task.task', 'api::project.project', { contentType: 'api::note.note', hitpass: false }],
  } } },
  'deep-populate': { enabled: true, config: { useCache: true, replaceWildcard: true } },
  'populate-all': { enabled: true, config: { relations: true } },
  navigation: { enabled: true, config: { contentTypes: ['api::task.task'] } },
  meilisearch: { enabled: true, config: { host: env('MEILISEARCH_URL'), apiKey: 'none' } },
  comments: { enabled: true, config: { enabledCollections: ['api::task.task'] } },
  'users-permissions': { enabled: true, config: { jwtSecret: env('JWT_SECRET') } },
});`;

const text = { type: 'string' };
const relation = (kind, target, more) => ({
  type: 'relation',
  relation: kind,
  target: `api::${target}.${target}`,
  ...more,
});

/** By name: what each content type has. `internal` and `budget` are what guests may not read. */
const contentTypes = {
  project: { name: text, budget: text, tasks: relation('oneToMany', 'task', { mappedBy: 'project' }) },
  task: { title: text, internal: text, project: relation('manyToOne', 'project', { inversedBy: 'tasks' }) },
  note: { title: text, project: relation('manyToOne', 'project') },
  report: { title: text, project: relation('manyToOne', 'project') },
};

/** The files of a content type with the routes that Strapi makes for it. */
export const apiFiles = ([name, attributes, { options = {}, pluginOptions = {} } = {}]) => {
  const core = (kind) =>
    `module.exports = require('@strapi/strapi').factories.createCore${kind}('api::${name}.${name}');`;
  return {
    [`src/api/${name}/content-types/${name}/schema.json`]: JSON.stringify({
      kind: 'collectionType',
      collectionName: `${name}s`,
      info: { singularName: name, pluralName: `${name}s`, displayName: name },
      options: { draftAndPublish: false, ...options },
      pluginOptions,
      attributes,
    }),
    [`src/api/${name}/controllers/${name}.js`]: core('Controller'),
    [`src/api/${name}/routes/${name}.js`]: core('Router'),
    [`src/api/${name}/services/${name}.js`]: core('Service'),
  };
};

/**
 * Installs a plugin with what it asks for itself, by itself, so that no version of one stands in another's way; what it wants
 * of the site (Strapi, React) is the site's.
 */
const install = (folder, name, version) => {
  const alone = join(folder, '.plugins', name.replace('/', '-'));
  mkdirSync(alone, { recursive: true });
  writeFileSync(join(alone, 'package.json'), '{ "private": true }');
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, `${name}@${version}`], {
    cwd: alone,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [from, to] = [join(alone, 'node_modules', name), join(folder, 'node_modules', name)];
  mkdirSync(join(to, '..'), { recursive: true });
  renameSync(from, to);
  const own = join(to, 'node_modules');
  if (existsSync(own)) return;
  renameSync(join(alone, 'node_modules'), own);
};

/** Makes a bare site with content, our plugin and the others, in an empty folder. @throws where one cannot be installed */
export const makePluginSite = (folder) => {
  makeBareSite(folder);
  for (const [name, version] of Object.entries(plugins)) install(folder, name, version);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  // Comments points at its users, and stops the start without it.
  const own = { '@strapi/plugin-users-permissions': manifest.dependencies['@strapi/strapi'] };
  Object.assign(manifest.dependencies, plugins, own);
  const admin = join(folder, 'config/admin.js');
  const all = {
    'package.json': JSON.stringify(manifest),
    'config/plugins.js': pluginConfig,
    'config/admin.js': readFileSync(admin, 'utf8').replace(
      '({ env }) => ({',
      '({ env }) => ({ serveAdminPanel: false,'
    ),
    ...Object.assign({}, ...Object.entries(contentTypes).map(apiFiles)),
  };
  writeFiles(folder, all);
};

const body = async (request) => {
  let said = '';
  for await (const chunk of request) said += chunk;
  return said === '' ? null : JSON.parse(said);
};

/** A search engine that takes everything, finds nothing, and tells which documents it was given. */
export const startSearchEngine = async () => {
  const documents = [];
  const task = {
    uid: 1,
    taskUid: 1,
    indexUid: 'task',
    status: 'succeeded',
    type: 'documentAdditionOrUpdate',
    enqueuedAt: '',
  };
  const server = createServer((request, response) => {
    void body(request).then((given) => {
      if (/\/documents$/.test(request.url.split('?')[0]) && request.method !== 'GET') documents.push(...[given].flat());
      const listed = /^\/(indexes|tasks)(\?.*)?$/.test(request.url);
      const found = request.url.startsWith('/stats')
        ? { databaseSize: 0, lastUpdate: null, indexes: {} }
        : listed && request.method === 'GET'
          ? { results: [], offset: 0, limit: 20, total: 0 }
          : { ...task, numberOfDocuments: 0, isIndexing: false, fieldDistribution: {} };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(found));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    documents,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
