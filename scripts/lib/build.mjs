import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { framePieces, frameSource, writeFrame } from './mail-frame.mjs';
import { writeDocuments } from './openapi.mjs';
import { bin, playground, root } from './paths.mjs';
import { runQuietly, timed } from './run.mjs';
import { onceFor } from './stamp.mjs';

/** The frame of the mails, from its MJML to the pieces that the server puts together; both are kept under version control. */
const buildMailFrame = () =>
  onceFor('mail-frame', { sources: [frameSource, 'scripts/lib/mail-frame.mjs'], outputs: [framePieces] }, writeFrame);

/** The plugin's server side, to dist/server. */
export const buildServer = async () => {
  await buildMailFrame();
  await onceFor('server', { sources: ['contract', 'server', 'package.json'], outputs: ['dist/server/index.js'] }, () =>
    timed('Building the server', () => bundle({ side: 'server', entry: 'server/src/index.ts' }))
  );
};

/** The plugin's admin side, to dist/admin. */
export const buildAdmin = () =>
  onceFor('admin', { sources: ['contract', 'admin', 'package.json'], outputs: ['dist/admin/index.mjs'] }, () =>
    timed('Building the admin side', () => bundle({ side: 'admin', entry: 'admin/src/index.ts' }))
  );

/** The OpenAPI documents of the contract, which the plugin serves, to dist/openapi. */
export const buildDocuments = () =>
  onceFor(
    'openapi',
    {
      sources: ['contract', 'scripts/lib/openapi.mjs', 'package.json'],
      outputs: ['dist/openapi/guest.json', 'dist/openapi/admin.json'],
    },
    () => timed('Writing the OpenAPI documents', () => writeDocuments('dist/openapi'))
  );

/** The client for a site's own pages and programs, to dist/client. */
export const buildClient = () =>
  onceFor('client', { sources: ['contract', 'client', 'package.json'], outputs: ['dist/client/index.js'] }, () =>
    timed('Building the client', () => bundle({ side: 'client', entry: 'client/index.ts' }))
  );

/** The guest's web page, which the plugin serves, to dist/portal. */
export const buildPortal = () =>
  onceFor(
    'portal',
    { sources: ['contract', 'client', 'portal', 'package.json'], outputs: ['dist/portal/index.html'] },
    () => runQuietly('Building the portal', bin('vite'), ['build', '--config', 'portal/vite.config.ts'])
  );

const typesFolder = 'dist/types';

/** The declarations of server, admin, client and contract, where package.json's `exports` say. */
export const buildTypes = () =>
  onceFor(
    'types',
    {
      sources: ['contract', 'server', 'admin', 'client', 'tsconfig.types.json'],
      outputs: [`${typesFolder}/server/src/index.d.ts`],
    },
    () => {
      rmSync(join(root, typesFolder), { recursive: true, force: true });
      return runQuietly('Declaring the types', bin('tsc'), ['-p', 'tsconfig.types.json']);
    }
  );

/** All that is published. */
export const buildPlugin = async () => {
  await buildServer();
  await buildDocuments();
  await buildAdmin();
  await buildPortal();
  await buildClient();
  await buildTypes();
};

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

/** The admin panel of the demo site with the plugin in it, to playground/dist/build; needs the plugin's admin side. */
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
    async () => {
      // In a copy: `strapi build` empties the folder of the compiled site first, and a site may be running from it.
      const copy = join(playground, '.cache/panel');
      rmSync(copy, { recursive: true, force: true });
      for (const name of ['package.json', 'tsconfig.json', 'config', 'src']) {
        cpSync(join(playground, name), join(copy, name), { recursive: true });
      }
      await runQuietly('Building the admin panel (about a minute)', bin('strapi'), ['build'], {
        cwd: copy,
        env: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
      });
      const target = join(playground, 'dist/build');
      rmSync(target, { recursive: true, force: true });
      mkdirSync(join(playground, 'dist'), { recursive: true });
      renameSync(join(copy, 'dist/build'), target);
    }
  );

/** What a site needs that answers requests. The portal is served as it was last built, or not at all. */
export const buildBackend = async () => {
  await buildServer();
  await buildDocuments();
  await compilePlayground();
};

/** What a site needs that people look at. */
export const buildSite = async () => {
  await buildServer();
  await buildDocuments();
  await buildPortal();
  await buildAdmin();
  await buildAdminPanel();
  await compilePlayground();
};
