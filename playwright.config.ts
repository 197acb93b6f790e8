import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** Of Debian; the shell, which draws no window, takes less time. */
const systemChromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/global-setup.mjs',
  outputDir: 'test-results',
  // One site for all files.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A trace of each test would take as long as the test: `--trace retain-on-failure` where one is looked for.
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without a system Chromium, Playwright takes its own.
      ...(systemChromium ? { executablePath: systemChromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
