import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

const versionOf = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

/** What a site has beside Strapi itself, in the versions of the repository. */
export const sitePackages = () =>
  Object.fromEntries(
    ['better-sqlite3', 'react', 'react-dom', 'react-router-dom', 'styled-components'].map((name) => [
      name,
      versionOf(name),
    ])
  );

/** A Strapi site as the generator makes it, in JavaScript, with these packages. */
export const siteFiles = (dependencies) => ({
  'package.json': JSON.stringify({ name: 'bare-site', version: '0.0.0', private: true, dependencies }),
  'config/admin.js': `module.exports = ({ env }) => ({
    auth: { secret: env('ADMIN_JWT_SECRET') },
    apiToken: { salt: env('API_TOKEN_SALT') },
    transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  });`,
  'config/server.js': `module.exports = ({ env }) => ({
    host: '127.0.0.1', port: env.int('PORT'), url: env('PUBLIC_URL'), app: { keys: env.array('APP_KEYS') },
  });`,
  'config/database.js': `module.exports = { connection: {
    client: 'sqlite', connection: { filename: require('node:path').join(__dirname, '../data.db') }, useNullAsDefault: true,
  } };`,
  'config/middlewares.js': `module.exports = ['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session',
    'favicon', 'public'].map((name) => 'strapi::' + name);`,
  'src/index.js': 'module.exports = {};',
  'src/api/.gitkeep': '',
  'public/uploads/.gitkeep': '',
});

/**
 * Copies the repository's packages by hard links: seconds, where an installation takes minutes and compiles SQLite. Sound
 * because everything the plugin asks for beside its own code stands in its dependencies, which the bundle leaves out, and
 * nothing else; the plugin itself is unpacked from the tarball. What starts with a dot is caches that a build would write to.
 */
const copyPackages = (folder) => {
  const target = join(folder, 'node_modules');
  mkdirSync(target);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if ((name.startsWith('.') && name !== '.bin') || name === 'playground') continue;
    try {
      execFileSync('cp', ['-al', join(root, 'node_modules', name), target], { stdio: 'ignore' });
    } catch {
      // Another file system: no hard links.
      rmSync(join(target, name), { recursive: true, force: true });
      cpSync(join(root, 'node_modules', name), join(target, name), { recursive: true, verbatimSymlinks: true });
    }
  }
};

export const writeFiles = (folder, files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Makes the site, without Users & Permissions and GraphQL, in an empty folder, with the plugin as `npm pack` packs it. */
export const makeBareSite = (folder) => {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const own = {
    '@strapi/strapi': versionOf('@strapi/strapi'),
    'strapi-plugin-guest-access': `file:${join(folder, tarball)}`,
  };
  writeFiles(folder, siteFiles({ ...sitePackages(), ...own }));
  copyPackages(folder);
  const plugin = join(folder, 'node_modules/strapi-plugin-guest-access');
  mkdirSync(plugin);
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', plugin, '--strip-components=1']);
};
