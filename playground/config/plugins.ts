import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { guestAccessSettings } from '../src/access/settings';

const packageName = 'strapi-plugin-guest-access';

/** The plugin's own folder: the first one above this file that says so, whether this file is compiled or not. */
const pluginFolder = (from: string): string => {
  const file = join(from, 'package.json');
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === packageName) return from;
  if (dirname(from) === from) throw new Error(`${packageName} is not above ${__dirname}`);
  return pluginFolder(dirname(from));
};

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET'), ratelimit: { enabled: env.bool('RATE_LIMITS', true) } },
  },
  graphql: { config: { shadowCRUD: true, depthLimit: 10, defaultLimit: 25, maxLimit: 100 } },
  email: {
    config: {
      provider: 'nodemailer',
      providerOptions: {
        host: env('SMTP_HOST', '127.0.0.1'),
        port: env.int('SMTP_PORT', 1025),
        secure: false,
        ignoreTLS: true,
        pool: true,
        maxRequeues: 0,
      },
      settings: { defaultFrom: 'acces@atelier-nord.example', defaultReplyTo: 'acces@atelier-nord.example' },
    },
  },
  'guest-access': {
    // GUEST_ACCESS=off starts the very same site without the plugin.
    enabled: env('GUEST_ACCESS', 'on') !== 'off',
    resolve: pluginFolder(__dirname),
    config: {
      name: 'Atelier Nord',
      secret: env('GUEST_ACCESS_SECRET'),
      url: env('PUBLIC_URL', 'http://localhost:1337'),
      portal: { path: '/guest' },
      limits: { enabled: env.bool('RATE_LIMITS', true) },
      keepData: env.bool('GUEST_ACCESS_KEEP_DATA', true),
      google: { clientSecret: env('GOOGLE_CLIENT_SECRET'), origin: env('GOOGLE_ORIGIN') },
      mail: { pollSeconds: env.int('MAIL_POLL_SECONDS', 5) },
      settings: guestAccessSettings,
    },
  },
});

export default config;
