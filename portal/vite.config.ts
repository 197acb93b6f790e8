import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Built with relative addresses: the plugin serves the page under any path and writes that path into index.html.
 * `vite --config portal/vite.config.ts` serves it for development, with a Strapi on port 1337 behind `/api`.
 */
export default defineConfig(({ command }) => {
  // Whatever the surrounding shell says: React's development build is twice as large and must not be shipped.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: here('.'),
    base: command === 'serve' ? '/guest/' : './',
    plugins: [react()],
    build: {
      outDir: here('../dist/portal'),
      emptyOutDir: true,
      target: 'es2022',
      // An inlined file would be a data: address, which the page's policy allows for images only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:1337', '/uploads': 'http://127.0.0.1:1337' } },
  };
});
