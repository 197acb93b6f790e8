import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { googleSecret } from '../google-server';

const root = join(__dirname, '../../..');
const playground = join(root, 'playground');

/** Where a run keeps its database; one folder a process, so that two runs do not meet. */
export const artifacts = join(root, 'tests/.artifacts', String(process.pid));

interface BootOptions {
  port: number;
  smtp: number;
  /** Where a test starts a server in Google's place. */
  google: number;
  secrets: Record<string, string>;
}

interface Booted {
  strapi: Core.Strapi;
  url: string;
  logs: string[];
}

/** Where winston keeps the level as it was given; the field beside it has colours in it. */
const LEVEL: unique symbol = Symbol.for('level');
interface LogLine {
  [LEVEL]: string;
  message: unknown;
  stack?: string;
}

/** Boots the playground in this process, on a database of its own, and listens. */
export const boot = async ({ port, smtp, google, secrets }: BootOptions): Promise<Booted> => {
  mkdirSync(artifacts, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    ...secrets,
    NODE_ENV: 'test',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp),
    GOOGLE_CLIENT_SECRET: googleSecret,
    GOOGLE_ORIGIN: `http://127.0.0.1:${google}`,
    MAIL_POLL_SECONDS: '1',
    RATE_LIMITS: process.env.RATE_LIMITS ?? 'false',
    DATABASE_FILENAME: join(artifacts, 'data.db'),
    STRAPI_TELEMETRY_DISABLED: 'true',
  });
  const strapi = createStrapi({
    appDir: playground,
    distDir: join(playground, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  const { addCombinations } = await import('../combinations.mjs');
  addCombinations(strapi);
  const logs: string[] = [];
  strapi.log.on('data', (line: LogLine) => logs.push(`${line[LEVEL]} ${line.message} ${line.stack ?? ''}`.trim()));
  for (const transport of strapi.log.transports) transport.silent = process.env.TEST_LOGS === undefined;
  await strapi.load();
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(port, '127.0.0.1', () => resolve()));
  return { strapi, url, logs };
};
