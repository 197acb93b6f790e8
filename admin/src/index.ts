import { Key } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { AccessAction, AccessDialogHost, addAccessColumn } from './features/access/content-manager';
import { switchMiddleware } from './kernel/features';
import { actionOf } from './kernel/permissions';
import { contactsPath, pluginId } from './kernel/plugin';
import { isAccessShown, Ready } from './kernel/Ready';
import { textId } from './kernel/translate';
import { subPages } from './subPages';

/** The content manager's own ways for plugins to add to it; Strapi types them as unknown. */
interface ContentManagerApis {
  addDocumentAction: (change: (actions: DocumentAction[]) => DocumentAction[]) => void;
}
type DocumentAction = typeof AccessAction & { type?: string };

/** Puts ours before "delete", which Strapi keeps last. */
const withAccessAction = (actions: DocumentAction[]): DocumentAction[] => {
  const end = actions.findIndex(({ type }) => type === 'delete');
  return end < 0 ? [...actions, AccessAction] : actions.toSpliced(end, 0, AccessAction);
};

const isContentManager = (apis: Record<string, unknown>): apis is Record<string, unknown> & ContentManagerApis =>
  typeof apis.addDocumentAction === 'function';

const translationsOf = async (locale: string): Promise<Record<string, string>> => {
  switch (locale) {
    case 'fr':
      return (await import('./translations/fr.json')).default;
    case 'cs':
      return (await import('./translations/cs.json')).default;
    case 'en':
      return (await import('./translations/en.json')).default;
    default:
      return {};
  }
};

const withPrefix = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${pluginId}.${key}`, text]));

/** The plugin's side in the admin panel. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: pluginId, name: pluginId, initializer: Ready, isReady: false });
    app.addRBACMiddleware(switchMiddleware);
    app.addMenuLink({
      to: contactsPath,
      icon: Key,
      intlLabel: { id: textId('plugin.name'), defaultMessage: 'Guest access' },
      // Shown to who may read any of its pages.
      permissions: subPages.map(({ permission }) => ({ action: actionOf(permission), subject: null })),
      Component: () => import('./GuestAccessPages'),
    });
    app.addSettingsLink(
      { id: pluginId, intlLabel: { id: textId('plugin.name'), defaultMessage: 'Guest access' } },
      {
        id: `${pluginId}-settings`,
        to: pluginId,
        intlLabel: { id: textId('plugin.settings'), defaultMessage: 'Settings' },
        permissions: [{ action: actionOf('settings.read'), subject: null }],
        Component: () => import('./features/settings/SettingsPage'),
      }
    );
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const contentManager = app.getPlugin('content-manager');
    if (isContentManager(contentManager.apis)) contentManager.apis.addDocumentAction(withAccessAction);
    const host = { name: 'guest-access-dialog', Component: AccessDialogHost };
    contentManager.injectComponent('listView', 'actions', host);
    contentManager.injectComponent('editView', 'right-links', host);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addAccessColumn(isAccessShown));
  },

  /** The texts in each language of the panel that the plugin has; Strapi falls back to English for the others. */
  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.all(locales.map(async (locale) => ({ locale, data: withPrefix(await translationsOf(locale)) }))),
};
