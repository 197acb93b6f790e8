import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

export default defineConfig({
  ...base,
  testDir: '.',
  globalSetup: './global-setup.mjs',
  outputDir: '../../test-results/package',
  timeout: 120_000,
});
