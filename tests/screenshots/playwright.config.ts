import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** No tests: pictures of every page of the panel for somebody's eyes, in the folder `screenshots`. */
export default defineConfig({
  ...base,
  testDir: '.',
  globalSetup: '../browser/global-setup.mjs',
  outputDir: '../../test-results/screenshots',
  timeout: 300_000,
});
