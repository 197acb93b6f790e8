import type { AccessType, Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  makeGuest,
  makePerson,
  makeProject,
  waitForMailTo,
  type Made,
  type MadeGuest,
} from '../support';
import { accessType, byProject, readSettings, saveSettings } from '../security/world';

const READING = 'api::reading.reading';
const isSqlite = (process.env.DATABASE_CLIENT ?? 'sqlite') === 'sqlite';

const readings = (wish: Partial<AccessType> = {}) =>
  accessType({
    key: 'readings',
    contentType: READING,
    actions: ['find', 'findOne', 'create', 'update'],
    rule: byProject,
    ...wish,
  });

let kept: Settings;
let project: Made;
let guest: MadeGuest;
const widen = (wish: Partial<AccessType> = {}) =>
  saveSettings({ ...kept, accessTypes: [...kept.accessTypes, readings(wish)] });

beforeAll(async () => {
  kept = await readSettings();
  await widen();
  project = await makeProject();
  guest = await makeGuest({ projects: [project], accessTypes: ['readings', 'tags'] });
});
afterAll(() => saveSettings(kept));

interface Field {
  name: string;
  [more: string]: unknown;
}
const fieldsOf = async (): Promise<Record<string, Field>> => {
  const { body } = await as(guest.actor).get(pathTo('GetMyAccess')).expect(200);
  const sections: { key: string; fields: Field[] }[] = body.data.sections;
  const { fields = [] } = sections.find(({ key }) => key === 'readings') ?? {};
  return Object.fromEntries(fields.map((field) => [field.name, field]));
};

describe('GET /me/access', () => {
  it('says what a field keeps to: the schema’s limits and the column’s, whichever is narrower', async () => {
    const fields = await fieldsOf();
    expect(fields).toMatchObject({
      label: { required: true, limits: { minLength: 3, maxLength: 60 } },
      code: { limits: { maxLength: 255, pattern: '^[A-Z]{3}-\\d{2}$' } },
      count: { limits: { min: '-2147483648', max: '2147483647', decimals: 0 } },
      floor: { limits: { min: '-3', max: '40', decimals: 0 } },
      serial: { limits: { max: isSqlite ? '9007199254740991' : '9223372036854775807', decimals: 0 } },
      price: { limits: isSqlite ? { min: '0' } : { min: '0', max: '99999999.99', decimals: 2 } },
    });
    expect(fields['ratio']).not.toHaveProperty('limits');
  });

  it('says what stands in a new row', async () => {
    const fields = await fieldsOf();
    expect(fields).toMatchObject({
      state: { default: 'planned' },
      urgent: { default: true },
      measuredOn: { default: '2026-01-15' },
      floor: { default: 0 },
    });
    expect(fields['agreed']).not.toHaveProperty('default');
  });

  it('says which relation the rule needs, also where it may not be changed later', async () => {
    expect((await fieldsOf())['project']).toMatchObject({ needed: true, required: false, writable: true });
    expect((await fieldsOf())['tags']).not.toHaveProperty('needed');
    await widen({ writeFields: ['label', 'state'] });
    const { project: narrowed } = await fieldsOf();
    await widen();
    expect(narrowed).toMatchObject({ needed: true, writable: false });
  });
});

type Case = [name: string, value: number | string, words: string];
const onSqlite: Case[] = [
  ['serial', '9007199254740993', 'less than or equal to 9007199254740991'],
  ['price', '123456789012345678901234567890', 'more digits'],
];
const elsewhere: Case[] = [
  ['price', 12.345, 'at most 2 decimals'],
  ['price', 123456789.5, 'less than or equal to 99999999.99'],
];
const refused: Case[] = [
  ['count', 12345678901, 'less than or equal to 2147483647'],
  ['count', '12345678901', 'less than or equal to 2147483647'],
  ['count', -12345678901, 'greater than or equal to -2147483648'],
  ['serial', '9223372036854775808', 'less than or equal to'],
  ['serial', 2 ** 60, isSqlite ? 'less than or equal to' : 'sent as a text'],
  ['contactEmail', `${'a'.repeat(260)}@b.cz`, 'at most 255 characters'],
  ...(isSqlite ? onSqlite : elsewhere),
];

describe('a value that its column would refuse or round', () => {
  const stored = () => site.strapi.db.query(READING as never).findMany({ orderBy: { id: 'asc' } } as never);
  const make = async (fields: object = {}): Promise<{ documentId: string }> => {
    const data = { label: 'Compteur', project: project.documentId, ...fields };
    const { body } = await as(guest.actor).post('/api/readings', { data }).expect(201);
    return body.data;
  };

  it.each(refused)('is refused with its field, and nothing is changed: %s %s', async (name, value, words) => {
    const { documentId } = await make();
    const before = await stored();
    const data = { label: 'Autre', [name]: value };
    for (const request of [
      as(guest.actor).put(`/api/readings/${documentId}`, { data }),
      as(guest.actor).post('/api/readings', { data: { ...data, project: project.documentId } }),
    ]) {
      const { body } = await request.expect(400);
      expect(body.error.details).toMatchObject({ code: 'value_out_of_range', errors: [{ path: [name] }] });
      expect(body.error.details.errors[0].message).toContain(words);
    }
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['count', 2147483647],
    ['count', -2147483648],
    ['serial', isSqlite ? '9007199254740991' : '9223372036854775807'],
    ['price', 12.34],
    ['ratio', 0.1],
    ['ratio', 1.5e-7],
  ])('and one that fits is kept as it is: %s %s', async (name, value) => {
    const { documentId } = await make({ [name]: value });
    const { body } = await as(guest.actor).get(`/api/readings/${documentId}`).expect(200);
    expect(body.data[name]).toBe(value);
  });
});

describe('the site’s time zone', () => {
  const mailed = async (fields: object) => {
    const { guest: made, email } = await makePerson({ accessTypes: ['tags'], locale: 'fr', invite: true, ...fields });
    const [mail] = await waitForMailTo(email);
    return { made, text: mail?.text ?? '' };
  };

  it('is public, since the login page shows times too', async () => {
    await saveSettings({ ...kept, timeZone: 'Pacific/Auckland' });
    const { body } = await as({ name: 'nobody', headers: {} }).get(pathTo('GetSite')).expect(200);
    expect(body.data.timeZone).toBe('Pacific/Auckland');
  });

  it('is refused where there is no such zone', async () => {
    const { body } = await as(await administrator())
      .put(pathTo('SaveSettings'), { ...kept, timeZone: 'Europe/Atlantis' })
      .expect(400);
    expect(body.error.details).toMatchObject({ code: 'invalid_settings', errors: [{ path: ['timeZone'] }] });
  });

  it('is that of a mail to a guest who has chosen none; UTC where the site has none either', async () => {
    await saveSettings({ ...kept, timeZone: 'Pacific/Auckland' });
    expect((await mailed({})).text).toMatch(/\d{2}:\d{2} UTC\+1[23]/);
    expect((await mailed({ timeZone: 'Asia/Kathmandu' })).text).toMatch(/\d{2}:\d{2} UTC\+5:45/);
    await saveSettings({ ...kept, timeZone: null });
    expect((await mailed({})).text).toMatch(/\d{2}:\d{2} UTC(?![+\u2212-])/);
  });
});
