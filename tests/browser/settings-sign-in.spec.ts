import { expect, test, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

/** What axe finds wrong inside an element; on the page without the panel's own frame, where none is named. */
const violations = (page: Page, selector = 'main'): Promise<string[]> =>
  violationsIn(page, selector, { iframes: false });

/** The smallest picture that there is. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

let administrator: Administrator;
let before: object;

test.beforeEach(async ({ request }) => {
  administrator = await administratorOf(request);
  before = (await administrator.get(pathTo('GetSettings'))).data.settings;
});

test.afterEach(async () => {
  await administrator.send('PUT', pathTo('SaveSettings'), before);
});

const openTab = async (page: Page, name: string): Promise<Locator> => {
  await page.goto(`${site.url}/admin/settings/guest-access`);
  await page.getByRole('tab', { name }).click();
  return page.getByRole('tabpanel', { name });
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Réglages enregistrés')).toBeVisible();
};

test.describe('the doors', () => {
  test('are shut and opened, with another policy, and kept over a reload', async ({ page }) => {
    await logInToPanel(page);
    await openTab(page, 'Connexion');
    await page.getByRole('switch', { name: 'Clé d’accès' }).click();
    await page.getByRole('switch', { name: 'Mot de passe' }).click();
    await expect(page.getByRole('note')).toContainText('plus aucun invité ne peut se connecter');
    await page.getByRole('switch', { name: 'Mot de passe' }).click();
    await expect(page.getByRole('note')).toHaveCount(0);
    await page.getByRole('radio', { name: '6 caractères au moins, de quatre sortes' }).click();
    await save(page);

    await page.reload();
    await expect(page.getByRole('tab', { name: 'Connexion' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('switch', { name: 'Clé d’accès' })).not.toBeChecked();
    await expect(page.getByRole('switch', { name: 'Mot de passe' })).toBeChecked();
    await expect(page.getByRole('radio', { name: '6 caractères au moins, de quatre sortes' })).toBeChecked();
  });
});

test.describe('joining', () => {
  test('of anybody is asked twice', async ({ page }) => {
    await logInToPanel(page);
    await openTab(page, 'Auto-inscription');
    await page.getByRole('radio', { name: 'Toute adresse' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: 'Annuler' }).click();
    await expect(page.getByRole('radio', { name: 'Personne' })).toBeChecked();
    await page.getByRole('radio', { name: 'Toute adresse' }).click();
    await question.getByRole('button', { name: 'Ouvrir à tous' }).click();
    await page.getByRole('switch', { name: 'Demander l’accord d’un éditeur' }).click();
    // An agreement that nobody is asked for is warned of as it is chosen, and once more as it is saved.
    const unheard = page.getByText('personne n’est prévenu');
    await expect(unheard).toHaveCount(1);
    await save(page);
    await expect(unheard).toHaveCount(2);
    await page.reload();
    await expect(page.getByRole('radio', { name: 'Toute adresse' })).toBeChecked();
    await expect(page.getByRole('switch', { name: 'Demander l’accord d’un éditeur' })).toBeChecked();
  });

  test('takes several domains at once, and each with what its people get', async ({ page }) => {
    await logInToPanel(page);
    await openTab(page, 'Auto-inscription');
    await page.getByRole('radio', { name: 'Les adresses de certains domaines' }).click();
    await expect(page.getByRole('note').filter({ hasText: 'La liste des domaines est vide' })).toBeVisible();
    const field = page.getByLabel('Ajouter des domaines');
    await field.fill('maison.example; Anna@Atelier.example *.groupe.example localhost');
    await field.press('Enter');
    await expect(field).toHaveValue('localhost');
    await expect(field).toHaveAccessibleDescription(/n’est pas un domaine/);
    const list = page.getByRole('table', { name: 'Domaines' });
    await expect(list.getByRole('row')).toHaveCount(4);

    await page.getByRole('button', { name: 'Modifier « atelier.example »' }).click();
    const dialog = page.getByRole('dialog', { name: 'Domaine' });
    await dialog
      .getByRole('listbox', { name: 'Accès : disponibles' })
      .getByRole('option', { name: 'Tâches' })
      .dblclick();
    await dialog.getByRole('button', { name: 'Terminer' }).click();
    await expect(list.getByRole('row').filter({ hasText: 'atelier.example' })).toContainText('Tâches');
    await page.getByLabel('Ajouter des adresses').fill('accueil@example.com');
    await page.getByLabel('Ajouter des adresses').press('Enter');
    await field.fill('');
    await save(page);

    await page.reload();
    await expect(list.getByRole('row').filter({ hasText: 'atelier.example' })).toContainText('Tâches');
    await expect(list.getByRole('row').filter({ hasText: '*.groupe.example' })).toContainText('Rien');
    await expect(page.getByRole('list', { name: 'Qui est prévenu' })).toContainText('accueil@example.com');
  });

  test('says of a domain what is wrong with it as it is typed, in the field, the list and the dialog', async ({
    page,
  }) => {
    await logInToPanel(page);
    await openTab(page, 'Auto-inscription');
    const field = page.getByLabel('Ajouter des domaines');
    await field.fill('co.uk');
    await expect(field).toHaveAccessibleDescription(/chacun peut enregistrer un domaine/);
    await field.fill('gmail.com');
    await expect(field).toHaveAccessibleDescription(/tout le monde peut obtenir une adresse/);
    await field.fill('co.uk maison.example');
    await field.press('Enter');
    const bodyOf = (domain: string) =>
      page.getByRole('table', { name: 'Domaines' }).getByRole('rowgroup').filter({ hasText: domain });
    await expect(bodyOf('co.uk')).toContainText('chacun peut enregistrer un domaine');
    await expect(bodyOf('maison.example')).not.toContainText('chacun peut');

    await page.getByRole('button', { name: 'Modifier « maison.example »' }).click();
    const domain = page.getByRole('dialog', { name: 'Domaine' }).getByLabel('Domaine');
    await domain.fill('com');
    await expect(domain).toHaveAccessibleDescription(/chacun peut enregistrer un domaine/);
    await domain.fill('atelier.example');
    await expect(domain).not.toHaveAccessibleDescription(/chacun peut/);
  });

  test('shows what the server says of a domain at its row, and saves nothing', async ({ page }) => {
    await logInToPanel(page);
    await openTab(page, 'Auto-inscription');
    const field = page.getByLabel('Ajouter des domaines');
    await field.fill('maison.example gmail.com co.uk');
    await field.press('Enter');
    // Saved from another tab: the fault leads back to its own.
    await page.getByRole('tab', { name: 'Contenus' }).click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Rien n’a été enregistré')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Auto-inscription à corriger' })).toHaveAttribute(
      'aria-selected',
      'true'
    );
    const bodyOf = (domain: string) =>
      page.getByRole('table', { name: 'Domaines' }).getByRole('rowgroup').filter({ hasText: domain });
    await expect(bodyOf('co.uk')).toContainText('chacun peut enregistrer un domaine');
    await expect(bodyOf('maison.example')).not.toContainText('chacun peut');

    await page.getByRole('button', { name: 'Retirer « maison.example »' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click();
    await page.getByRole('button', { name: 'Retirer « co.uk »' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click();
    await save(page);
    await expect(bodyOf('gmail.com')).toContainText('tout le monde peut obtenir une adresse');
  });
});

test.describe('joining, besides', () => {
  test('keeps what was typed last when it is saved, and warns once of mail that is not encrypted', async ({ page }) => {
    await page.route(`**${pathTo('GetSettings')}`, async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      answer.data.cautions = [{ path: 'joining.mode', caution: 'unencrypted-mail' }];
      await route.fulfill({ response, json: answer });
    });
    await logInToPanel(page);
    await openTab(page, 'Auto-inscription');
    await expect(page.getByRole('note')).toHaveCount(0);
    await page.getByRole('radio', { name: 'Les adresses de certains domaines' }).click();
    await page.getByLabel('Ajouter des domaines').fill('derniere.example');
    await save(page);
    await expect(page.getByRole('note')).toHaveCount(1);
    await expect(page.getByRole('note')).toContainText('sans chiffrement');
    await page.reload();
    await expect(page.getByRole('table', { name: 'Domaines' })).toContainText('derniere.example');
    await page.getByRole('button', { name: 'Modifier « derniere.example »' }).click();
    await expect(page.getByRole('dialog').getByRole('listbox')).toHaveCount(4);
    expect(await violations(page, '[role="dialog"]')).toEqual([]);
  });
});

test.describe('the brand', () => {
  test('is chosen, looked at, and kept over a reload', async ({ page, request }) => {
    await request.post(`${site.url}/upload`, {
      headers: administrator.headers,
      multipart: { files: { name: 'enseigne.png', mimeType: 'image/png', buffer: onePixel } },
    });
    await logInToPanel(page);
    await openTab(page, 'Marque');
    const colour = page.getByRole('textbox', { name: 'Couleur', exact: true });
    await colour.fill('#FF88');
    await expect(colour).toHaveAccessibleDescription(/six chiffres hexadécimaux/);
    await colour.fill('#FF8800');
    await expect(colour).not.toHaveAccessibleDescription(/six chiffres/);
    const preview = page.getByTestId('login-preview');
    const button = preview.getByText('Se connecter').last();
    await expect(button).toHaveCSS('background-color', 'rgb(255, 136, 0)');
    await expect(button).toHaveCSS('color', 'rgb(0, 0, 0)');

    await page.getByRole('group', { name: 'Accueil' }).getByLabel('Français').fill('Bienvenue à <b>l’atelier</b>');
    await expect(preview).toContainText('Bienvenue à <b>l’atelier</b>');
    await page.getByRole('button', { name: 'Choisir dans la médiathèque' }).click();
    const library = page.getByRole('dialog');
    await library.getByRole('checkbox', { name: /enseigne/ }).click();
    await library.getByRole('button', { name: 'Terminer' }).click();
    await expect(page.getByLabel('Logo', { exact: true })).toHaveValue(/^\/uploads\/enseigne_\w+\.png$/);
    await expect(preview.getByRole('img', { name: 'Logo' })).toBeVisible();
    await save(page);

    await page.reload();
    await expect(colour).toHaveValue('#ff8800');
    await expect(page.getByLabel('Logo', { exact: true })).toHaveValue(/^\/uploads\/enseigne_\w+\.png$/);
    await expect(preview).toContainText('Bienvenue à <b>l’atelier</b>');
  });

  test('says at its field what a logo has to be', async ({ page }) => {
    await logInToPanel(page);
    await openTab(page, 'Marque');
    await page.getByLabel('Logo', { exact: true }).fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByLabel('Logo', { exact: true })).toHaveAccessibleDescription(/commence par \//);
    await page.getByLabel('Logo', { exact: true }).fill('https://nom:mot@cdn.example.com/logo.png');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByLabel('Logo', { exact: true })).toHaveAccessibleDescription(/sans nom ni mot de passe/);
  });

  test('says that a stored logo is not shown any more', async ({ page }) => {
    await page.route(`**${pathTo('GetSettings')}`, async (route) => {
      const answer = await route.fetch();
      const { data } = await answer.json();
      const cautions = [...data.cautions, { path: 'brand.logoUrl', caution: 'logo-not-shown' }];
      await route.fulfill({ response: answer, json: { data: { ...data, cautions } } });
    });
    await logInToPanel(page);
    await openTab(page, 'Marque');
    await expect(page.getByRole('note')).toContainText('L’adresse du logo enregistrée n’est plus admise');
  });
});

test.describe('a message', () => {
  const open = async (page: Page): Promise<Locator> => {
    const panel = await openTab(page, 'Messages');
    await panel.getByRole('button', { name: /^Clé d’accès/ }).click();
    const region = panel.getByRole('region', { name: /^Clé d’accès/ });
    await expect(region.getByText('Ce sont les mots du plugin.')).toBeVisible();
    return region;
  };
  const letter = (page: Page) => page.frameLocator('iframe[title="Message mis en forme"]');

  test('has words of the site’s own, tried as they are typed, and goes back to the plugin’s', async ({ page }) => {
    await logInToPanel(page);
    const region = await open(page);
    await region.getByLabel('Objet').fill('Chez nous : ');
    await region.getByRole('button', { name: /^Nom du site/ }).click();
    await expect(region.getByLabel('Objet')).toHaveValue('Chez nous : {{siteName}}');
    await expect(region.getByLabel('Objet')).toBeFocused();
    await region.getByLabel('Corps').fill('Bonjour {{guestName}}, <script>alert(1)</script>\n\n{{link}}\n\nÀ bientôt');
    await expect(region.getByText('Ce sont vos mots.')).toBeVisible();
    await expect(letter(page).getByText('<script>alert(1)</script>')).toBeVisible();
    await expect(letter(page).locator('script')).toHaveCount(0);
    await expect(letter(page).locator('body')).not.toContainText('{{');
    await region.getByRole('tab', { name: 'Texte seul' }).click();
    await expect(region.getByRole('tabpanel', { name: 'Texte seul' })).toContainText('À bientôt');
    await save(page);

    await page.reload();
    const header = page.getByRole('tabpanel', { name: 'Messages' });
    await expect(header.getByText('Vos mots : Français')).toBeVisible();
    await header.getByRole('button', { name: /^Clé d’accès/ }).click();
    await expect(region.getByLabel('Objet')).toHaveValue('Chez nous : {{siteName}}');
    await region.getByRole('button', { name: 'Revenir aux mots du plugin' }).click();
    await expect(region.getByText('Ce sont les mots du plugin.')).toBeVisible();
    await save(page);
    await expect(header.getByText('Vos mots : Français')).toHaveCount(0);
  });

  test('with a placeholder that there is not says so at its field, before and after saving', async ({ page }) => {
    await logInToPanel(page);
    const region = await open(page);
    await region.getByLabel('Corps').fill('Bonjour {{password}}\n\n{{link}}');
    await expect(region.getByLabel('Corps')).toHaveAccessibleDescription(
      /Valeur inconnue de ce message : \{\{password\}\}/
    );
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Rien n’a été enregistré')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Messages à corriger' })).toBeVisible();
    await expect(region.getByLabel('Corps')).toHaveAccessibleDescription(/\{\{password\}\}/);
  });
});

test.describe('the sections', () => {
  const sections = ['Contenus', 'Connexion', 'Auto-inscription', 'Marque', 'Messages'];

  for (const width of [1280, 390]) {
    test(`have no violation that axe knows, and no sideways scrolling, at ${width} px`, async ({ page }) => {
      await administrator.send('PUT', pathTo('SaveSettings'), {
        ...before,
        joining: {
          mode: 'domains',
          domains: [{ domain: 'gmail.com' }, { domain: 'a-rather-long-name-of-a-company.example' }],
          notify: ['accueil@example.com'],
        },
      });
      await logInToPanel(page);
      await page.setViewportSize({ width, height: 900 });
      for (const name of sections) {
        const panel = await openTab(page, name);
        await expect(panel).toBeVisible();
        if (name === 'Messages') {
          await panel.getByRole('button', { name: /^Clé d’accès/ }).click();
          await page.locator('iframe').waitFor();
        }
        expect([name, await violations(page)]).toEqual([name, []]);
        const sideways = await page.evaluate(() => {
          const main = document.querySelector('main');
          return main === null ? 0 : main.scrollWidth - main.clientWidth;
        });
        expect([name, sideways]).toEqual([name, 0]);
      }
    });
  }

  test('can be looked at, and not changed, by a reader', async ({ page }) => {
    const account = await makeAccount(administrator, ['settings.read', 'access.read']);
    await logInToPanel(page, account);
    await openTab(page, 'Connexion');
    await expect(page.getByRole('switch', { name: 'Mot de passe' })).toBeDisabled();
    await expect(page.getByRole('radio').first()).toBeDisabled();
    await page.getByRole('tab', { name: 'Auto-inscription' }).click();
    await expect(page.getByRole('radio').first()).toBeDisabled();
    await expect(page.getByLabel('Ajouter des domaines')).toHaveCount(0);
    await page.getByRole('button', { name: 'Voir' }).click();
    await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Terminer' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Marque' }).click();
    await expect(page.getByRole('textbox', { name: 'Couleur', exact: true })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Choisir dans la médiathèque' })).toHaveCount(0);
    await page.getByRole('tab', { name: 'Messages' }).click();
    await page.getByRole('button', { name: /^Clé d’accès/ }).click();
    await expect(page.getByLabel('Objet')).toBeDisabled();
    await expect(page.locator('iframe')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
  });
});
