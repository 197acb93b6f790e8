import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Seeded } from '../../playground/src/seed';

/** The running site as the browser tests see it: who can log in, and where. */
export interface BrowserSite extends Seeded {
  url: string;
  mail: { smtp: number; web: string };
}

/** Written by global-setup.mjs. */
export const site: BrowserSite = JSON.parse(readFileSync(process.env.SITE_FILE ?? '', 'utf8'));

/** Logs the administrator, or another account of the panel, in: through the form, in French. */
export const logInToPanel = async (page: Page, account = site.admin): Promise<void> => {
  await page.addInitScript(() => window.localStorage.setItem('strapi-admin-language', JSON.stringify('fr')));
  await page.goto(`${site.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(account.email);
  await page.locator('input[name=password]').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('navigation').first().waitFor();
};
