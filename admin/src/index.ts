import { Key } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import {
  AccessAction,
  accessColumn,
  AccessDialogHost,
  isContactList,
  ViewersPanel,
} from './features/contact-access/content-manager';
import { switchedOff } from './kernel/features';
import { actionOf } from './kernel/permissions';
import { contactsPath, pluginId } from './kernel/plugin';
import { isAccessShown, Ready } from './kernel/Ready';
import { extendContentManager } from './kernel/strapi/contentManager';
import { hidePermissions } from './kernel/strapi/permissions';
import { keepApp } from './kernel/strapi/store';
import { textId } from './kernel/translate';
import { subPages } from './subPages';

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
    keepApp(app);
    hidePermissions(app, switchedOff);
    app.addMenuLink({
      to: contactsPath,
      icon: Key,
      intlLabel: { id: textId('plugin.name'), defaultMessage: 'Guest access' },
      // Shown to who may read any of its pages.
      permissions: subPages.map(({ permission }) => ({ action: actionOf(permission), subject: null })),
      Component: () => import('./GuestAccessPages'),
    });
    app.widgets.register({
      id: 'overview',
      pluginId,
      icon: Key,
      title: { id: textId('plugin.name'), defaultMessage: 'Guest access' },
      permissions: [{ action: actionOf('guests.read'), subject: null }],
      component: async () => (await import('./features/overview')).OverviewWidget,
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
    extendContentManager(app, {
      action: AccessAction,
      host: { name: 'guest-access-dialog', Component: AccessDialogHost },
      panel: ViewersPanel,
      columnFor: (options) => (isAccessShown() && isContactList(options) ? accessColumn : null),
    });
  },

  /** The texts in each language of the panel that the plugin has; Strapi falls back to English for the others. */
  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.all(locales.map(async (locale) => ({ locale, data: withPrefix(await translationsOf(locale)) }))),
};
