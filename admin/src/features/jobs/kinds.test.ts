import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobName, mailName, namedKinds } from './kinds';

const features = join(__dirname, '../../../../server/src/features');

/** The kinds of all schedules and jobs of the server, as its source has them. */
const kindsOfServer = (): string[] =>
  readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(features, file), 'utf8'))
    .flatMap((text) => [
      ...[...text.matchAll(/name: '([^']+)',\s+slots:/g)].map(([, name]) => `schedule.${name}`),
      ...[...text.matchAll(/(?:: JobKind<[^=]*> = |= selectionJob\()\{\s+name: '([^']+)'/g)].map(
        ([, name]) => `${name}`
      ),
    ]);

const translate = (key: string, values?: object) => `[${[key, ...Object.values(values ?? {})].join(' ')}]`;

describe('the name of a job', () => {
  it('is in words for every kind that the server has', () => {
    expect(kindsOfServer().sort()).toEqual([...namedKinds].sort());
    expect(jobName(translate, 'schedule.mail.purge')).toBe('[jobs.kind.schedule.mail.purge]');
  });

  it('says who is told what happens', () => {
    expect(jobName(translate, 'events.crm')).toBe('[jobs.kind.events crm]');
  });

  it('is the kind where nobody knows it', () => {
    expect(jobName(translate, 'other.version')).toBe('other.version');
    expect(mailName(translate, 'other-version')).toBe('other-version');
  });

  it('is of a mail the one of the settings', () => {
    expect(mailName(translate, 'access-key')).toBe('[settings.mail.access-key]');
  });
});
