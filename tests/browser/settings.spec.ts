import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { logInToPanel, site } from './support';

const openSettings = async (page: Page): Promise<void> => {
  await logInToPanel(page);
  await page.goto(`${site.url}/admin/settings/guest-access`);
  await page.getByRole('heading', { name: 'Types d’accès' }).waitFor();
};

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Enregistrer' }).click();
};

/** Adds an access type of the site's milestones, without saving. */
const addMilestones = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Ajouter un type d’accès' }).click();
  await page.getByRole('combobox', { name: 'Contenu' }).click();
  await page.getByRole('option', { name: 'Jalon', exact: true }).click();
  await expect(page.getByLabel('Nom en français')).toHaveValue('Jalon');
  await expect(page.getByLabel('Clé')).toHaveValue('jalon');
  await page.getByLabel('Nom en français').fill('Étapes du chantier');
};

test.describe('an access type', () => {
  test('is added, kept over a reload, and removed again', async ({ page }) => {
    await openSettings(page);
    await addMilestones(page);
    await expect(page.getByLabel('Clé')).toHaveValue('etapes-du-chantier');
    await expect(page.getByRole('status').filter({ hasText: 'qui lui a été attribué' })).toContainText('« project »');
    await page.getByRole('checkbox', { name: 'Modifier les entrées' }).click();
    await page.getByRole('button', { name: 'Terminer' }).click();
    await expect(page.getByRole('status').filter({ hasText: '« Étapes du chantier » est en position' })).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Monter « Étapes du chantier »' })).toBeFocused();
    await save(page);
    await expect(page.getByText('Réglages enregistrés')).toBeVisible();

    await page.reload();
    await expect(rowOf(page, 'etapes-du-chantier')).toContainText('lister, ouvrir, modifier');
    await page.getByRole('button', { name: 'Modifier « Étapes du chantier »' }).click();
    await expect(page.getByLabel('Clé')).toBeDisabled();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Retirer « Étapes du chantier »' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click();
    await save(page);
    await expect(page.getByText('Réglages enregistrés')).toBeVisible();
    await page.reload();
    await expect(rowOf(page, 'tasks')).toBeVisible();
    await expect(rowOf(page, 'etapes-du-chantier')).toHaveCount(0);
  });

  test('does not leave its editor with a wrong value, which is shown at its field', async ({ page }) => {
    await openSettings(page);
    await page.getByRole('button', { name: 'Ajouter un type d’accès' }).click();
    await page.getByLabel('Nom en français').fill('Tâches');
    await page.getByLabel('Clé').fill('tasks');
    await page.getByRole('button', { name: 'Terminer' }).click();
    await expect(page.getByLabel('Clé')).toHaveAccessibleDescription('Déjà pris par une autre entrée');
    await expect(page.getByRole('combobox', { name: 'Contenu' })).toBeFocused();
    await page.getByLabel('Clé').fill('Mes Tâches');
    await expect(page.getByLabel('Clé')).toHaveAccessibleDescription(/minuscules sans accent/);
    await page.getByLabel('Clé').fill('mes-taches');
    await expect(page.getByLabel('Clé')).not.toHaveAccessibleDescription(/minuscules|pris/);
    await expect(page.getByRole('combobox', { name: 'Contenu' })).toHaveAccessibleDescription('À remplir');
  });

  test('that the server refuses says where, and nothing is saved', async ({ page }) => {
    await openSettings(page);
    await addMilestones(page);
    await page.getByRole('button', { name: 'Terminer' }).click();
    // What a site looks like whose relation was renamed while the page stood open.
    await page.route(`**${pathTo('GetSettings')}`, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      const settings = route.request().postDataJSON();
      settings.accessTypes.at(-1).rule.path = 'vanished';
      return route.continue({ postData: JSON.stringify(settings) });
    });
    await save(page);
    await expect(page.getByText('Relation suivie : Cette relation n’existe pas')).toBeVisible();
    await page.getByRole('button', { name: 'Modifier « Étapes du chantier »' }).click();
    await expect(page.getByRole('combobox', { name: 'Relation suivie' })).toHaveAccessibleDescription(
      'Cette relation n’existe pas'
    );
  });
});

test.describe('the page', () => {
  test('asks before changes are left behind', async ({ page }) => {
    await openSettings(page);
    await page.getByRole('button', { name: 'Descendre « Tâches »' }).click();
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('modifications');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler' }).click();
    await expect(page.getByRole('heading', { name: 'Types d’accès' })).toBeVisible();
  });

  test('switches guests off with contacts, after a question, and the menu goes', async ({ page }) => {
    await openSettings(page);
    const [contacts, guests] = [
      page.getByRole('switch', { name: 'Contacts' }),
      page.getByRole('switch', { name: 'Invités' }),
    ];
    await contacts.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Désactiver' }).click();
    await expect(guests).not.toBeChecked();
    await expect(guests).toBeDisabled();
    await save(page);
    await expect(page.getByRole('link', { name: 'Accès invité' })).toHaveCount(0);

    await contacts.click();
    await guests.click();
    await save(page);
    await expect(page.getByRole('link', { name: 'Accès invité' })).toBeVisible();
  });
});
