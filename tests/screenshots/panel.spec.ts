import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { locales } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administratorOf } from '../browser/administrator';
import { logInToPanel, site } from '../browser/support';

const folder = join(__dirname, '../../screenshots');
const widths = [1280, 390];
const themes = ['light', 'dark'];

const panel = '/admin/plugins/guest-access';
const settings = '/admin/settings/guest-access';
/** By the name of their pictures. */
const pages: Record<string, string> = {
  home: '/admin',
  contacts: panel,
  duplicates: `${panel}/duplicates`,
  'contacts-none': `${panel}?_q=nobody-is-called-so`,
  guests: `${panel}/guests`,
  'guests-none': `${panel}/guests?_q=nobody-is-called-so`,
  invitations: `${panel}/invitations`,
  imports: `${panel}/imports`,
  'import-new': `${panel}/imports/new`,
  trail: `${panel}/trail`,
  jobs: `${panel}/jobs`,
  posture: `${panel}/posture`,
  'settings-content': settings,
  ...Object.fromEntries(
    ['signIn', 'joining', 'brand', 'mails', 'google', 'trail'].map((tab) => [`settings-${tab}`, `${settings}#${tab}`])
  ),
};
const guestTabs = ['person', 'access', 'entrance', 'log', 'why'];

const take = async (page: Page, address: string, name: string) => {
  await page.goto(site.url + address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
};

for (const language of locales) {
  for (const theme of themes) {
    test(`pictures in ${language}, ${theme}`, async ({ page }) => {
      const administrator = await administratorOf(page.request);
      const [guest] = (await administrator.get(pathTo('ListGuests'))).data.guests;
      // What an account prefers counts before what the browser keeps.
      await administrator.send('PUT', '/admin/users/me', { preferedLanguage: language });
      await logInToPanel(page);
      await page.addInitScript(
        (kept) => Object.entries(kept).forEach(([name, value]) => window.localStorage.setItem(name, value)),
        { 'strapi-admin-language': JSON.stringify(language), STRAPI_THEME: theme }
      );
      const all = [
        ...Object.entries(pages),
        ...guestTabs.map((tab) => [`guest-${tab}`, `${panel}/guests/${guest.documentId}?tab=${tab}`] as const),
      ];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 2_000 });
        for (const [name, address] of all) await take(page, address, `${name}.${language}.${theme}.${width}`);
      }
    });
  }
}
