import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Seeded } from '../../playground/src/seed';

/** The running site as the browser tests see it: who can log in, and where. */
export interface BrowserSite extends Seeded {
  url: string;
  mail: { smtp: number; web: string };
  /** The port on which the site looks for Google. */
  google: number;
}

type Account = Pick<BrowserSite['admin'], 'email' | 'password'>;

/** Written by global-setup.mjs. */
export const site: BrowserSite = JSON.parse(readFileSync(process.env.SITE_FILE ?? '', 'utf8'));

/** Logs the administrator, or another account of the panel, in, in French, as the panel's login page does; opens no page. */
export const logInToPanel = async (page: Page, account: Account = site.admin): Promise<void> => {
  const { email, password } = account;
  const answer = await page.request.post(`${site.url}/admin/login`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`/admin/login: ${answer.status()} ${await answer.text()}`);
  const kept = { 'strapi-admin-language': 'fr', jwtToken: (await answer.json()).data.token, isLoggedIn: true };
  await page.addInitScript((entries) => {
    for (const [name, value] of entries) window.localStorage.setItem(name, JSON.stringify(value));
  }, Object.entries(kept));
};

/** Logs the administrator in through the form of the login page, in French; the panel's first page is open then. */
export const logInByForm = async (page: Page): Promise<void> => {
  await page.addInitScript(() => window.localStorage.setItem('strapi-admin-language', JSON.stringify('fr')));
  await page.goto(`${site.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(site.admin.email);
  await page.locator('input[name=password]').fill(site.admin.password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('navigation').first().waitFor();
};
