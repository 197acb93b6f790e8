import { resolve } from 'node:path';
import type { Core } from '@strapi/strapi';

/** The site's folder, seen from the compiled file (dist/config). */
const root = resolve(__dirname, '../..');

/** The same site on each of the three databases that the plugin supports: DATABASE_CLIENT picks one. */
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const server = {
    host: env('DATABASE_HOST', '127.0.0.1'),
    database: env('DATABASE_NAME', 'playground'),
    user: env('DATABASE_USERNAME', 'playground'),
    password: env('DATABASE_PASSWORD', ''),
  };
  const pool = { min: 0, max: env.int('DATABASE_POOL_MAX', 10) };
  switch (env('DATABASE_CLIENT', 'sqlite')) {
    case 'postgres':
      return {
        connection: { client: 'postgres', connection: { ...server, port: env.int('DATABASE_PORT', 5432) }, pool },
      };
    case 'mysql':
      return { connection: { client: 'mysql', connection: { ...server, port: env.int('DATABASE_PORT', 3306) }, pool } };
    default:
      return {
        connection: {
          client: 'sqlite',
          connection: { filename: resolve(root, env('DATABASE_FILENAME', '.tmp/data.db')) },
          useNullAsDefault: true,
        },
      };
  }
};

export default config;
