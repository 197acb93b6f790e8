import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, isAbsolute, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from './paths.mjs';

/** What the site has or npm installs beside the plugin. A second copy of @strapi/utils would break its errors' `instanceof`. */
const externals = () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...peerDependencies });
};

/** Bundles one side of the plugin as `strapi-plugin build` does, for `require` and for `import`, with its own code only. */
export const bundle = async ({ side, entry }) => {
  const outside = externals();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: side === 'admin' ? [react()] : [],
    build: {
      outDir: join(root, 'dist', side),
      emptyOutDir: true,
      minify: false,
      target: side === 'admin' ? 'es2020' : 'node20',
      lib: {
        entry: join(root, entry),
        formats: ['es', 'cjs'],
        fileName: (format) => (format === 'es' ? 'index.mjs' : 'index.js'),
      },
      rollupOptions: {
        external: (id) => isBuiltin(id) || outside.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { interop: 'auto', exports: 'named' },
      },
    },
  });
};

/** Bundles tests with the code of ours that they try to one file, for a site of its own: all packages are the site's. */
export const bundleSuite = async (entry, file) => {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: dirname(file),
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      lib: { entry: join(root, entry), formats: ['cjs'], fileName: () => basename(file) },
      rollupOptions: { external: (id) => !id.startsWith('.') && !isAbsolute(id), output: { interop: 'auto' } },
    },
  });
};
