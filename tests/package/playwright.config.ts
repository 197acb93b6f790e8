import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

export default defineConfig({ ...base, testDir: '.', globalSetup: './global-setup.mjs', timeout: 120_000 });
