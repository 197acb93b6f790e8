import { expect, test } from '@playwright/test';
import { logInByForm } from './support';

test('the administrator logs in and finds the plugin in the menu', async ({ page }) => {
  await logInByForm(page);
  await page.getByRole('link', { name: 'Accès invité' }).click();
  await expect(page.getByRole('gridcell', { name: 'ASSIA', exact: true })).toBeVisible();
});
