import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  // With it a guest's key can be shown again; without it a key is shown once.
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  rateLimit: { enabled: env.bool('RATE_LIMITS', true) },
  flags: { nps: false, promoteEE: false },
  autoOpen: false,
});

export default config;
