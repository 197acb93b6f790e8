import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { playground } from './paths.mjs';
import { writePrivateFile } from './private-file.mjs';

const secret = () => randomBytes(32).toString('hex');

/** Gives the demo site secrets of its own, once; they never leave this computer. */
export const ensureSecrets = () => {
  const file = join(playground, '.env');
  if (existsSync(file)) return;
  const values = {
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    JWT_SECRET: secret(),
    GUEST_ACCESS_SECRET: secret(),
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  writePrivateFile(file, lines.join(''));
};

/** Secrets for a site that lives as long as a test run. */
export const fixedSecrets = {
  APP_KEYS: 'tests-app-key-1,tests-app-key-2',
  ADMIN_JWT_SECRET: 'tests-admin-jwt-secret',
  API_TOKEN_SALT: 'tests-api-token-salt',
  TRANSFER_TOKEN_SALT: 'tests-transfer-token-salt',
  ENCRYPTION_KEY: 'tests-encryption-key',
  JWT_SECRET: 'tests-users-jwt-secret',
  GUEST_ACCESS_SECRET: 'tests-guest-access-secret-of-more-than-32-characters',
};
