import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

const versionOf = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

/** A Strapi site as the generator makes it, in JavaScript, without Users & Permissions and GraphQL. */
const files = (tarball) => ({
  'package.json': JSON.stringify({
    name: 'bare-site',
    version: '0.0.0',
    private: true,
    dependencies: {
      '@strapi/strapi': versionOf('@strapi/strapi'),
      'better-sqlite3': versionOf('better-sqlite3'),
      react: versionOf('react'),
      'react-dom': versionOf('react-dom'),
      'react-router-dom': versionOf('react-router-dom'),
      'styled-components': versionOf('styled-components'),
      'strapi-plugin-guest-access': `file:${tarball}`,
    },
  }),
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

/** Makes the site in an empty folder, with the plugin as `npm pack` packs it. */
export const makeBareSite = (folder) => {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  for (const [path, text] of Object.entries(files(join(folder, tarball)))) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  copyPackages(folder);
  const plugin = join(folder, 'node_modules/strapi-plugin-guest-access');
  mkdirSync(plugin);
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', plugin, '--strip-components=1']);
};
