import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bin, playground, root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { onceFor } from './stamp.mjs';

/** The plugin as it is published: server and admin bundles, and the types beside them. */
export const buildPlugin = () =>
  onceFor(
    'plugin',
    {
      sources: ['contract', 'server', 'admin', 'package.json', 'tsconfig.json'],
      outputs: ['dist/server/index.js', 'dist/admin/index.mjs', 'dist/contract/index.d.ts'],
    },
    async () => {
      await runQuietly('Building the plugin', bin('strapi-plugin'), ['build']);
      // The declarations of server and admin name the contract's; it lies outside both.
      await runQuietly('Declaring the contract', bin('tsc'), ['-p', 'tsconfig.contract.json']);
    }
  );

/** The guest's web page, which the plugin serves. */
export const buildPortal = () =>
  onceFor(
    'portal',
    { sources: ['contract', 'portal', 'package-lock.json'], outputs: ['dist/portal/index.html'] },
    async () => {
      if (!existsSync(join(root, 'portal/vite.config.ts'))) return;
      await runQuietly('Building the portal', bin('vite'), ['build', '--config', 'portal/vite.config.ts']);
    }
  );

/** The demo site's own code, to playground/dist. */
export const compilePlayground = () =>
  onceFor(
    'playground',
    {
      sources: ['playground/config', 'playground/src', 'playground/tsconfig.json'],
      outputs: ['playground/dist/config/server.js', 'playground/dist/src/index.js'],
    },
    () => runQuietly('Compiling the playground', bin('tsc'), ['-p', join(playground, 'tsconfig.json')])
  );

/** The admin panel of the demo site, with the plugin in it; needs the plugin's build. */
export const buildAdminPanel = () =>
  onceFor(
    'admin-panel',
    {
      sources: [
        'contract',
        'admin',
        'package.json',
        'package-lock.json',
        'playground/package.json',
        'playground/src/admin',
      ],
      outputs: ['playground/dist/build/index.html'],
    },
    () =>
      runQuietly('Building the admin panel', bin('strapi'), ['build'], {
        cwd: playground,
        env: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
      })
  );
