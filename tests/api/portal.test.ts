import { pathTo } from '../../contract/routes';
import { imageOrigins } from '../../server/src/features/portal/images';
import { administrator, as, nobody } from '../support';

const file = (name: string, url: string) =>
  site.strapi.db.query('plugin::upload.file').create({
    data: { name, hash: name, ext: '.png', mime: 'image/png', size: 1, url, provider: 'elsewhere' },
  });

describe('where the portal’s images may come from', () => {
  it('is the site itself, the origin of the logo, and that of the media library’s newest file elsewhere', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const made = [
      await file('old', 'https://old.files.example/a/old.png'),
      await file('new', 'https://files.example:8443/a/new.png'),
      await file('local', '/uploads/local.png'),
    ];
    try {
      const brand = { ...settings.brand, logoUrl: 'https://cdn.example/logo.png' };
      await admin.put(pathTo('SaveSettings'), { ...settings, brand }).expect(200);
      expect(await imageOrigins(site.strapi)).toEqual(['https://cdn.example', 'https://files.example:8443']);
    } finally {
      await admin.put(pathTo('SaveSettings'), settings).expect(200);
      await site.strapi.db
        .query('plugin::upload.file')
        .deleteMany({ where: { id: { $in: made.map(({ id }) => id) } } });
    }
  });

  it('refuses a logo that is no plain path or https address', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    for (const logoUrl of [
      'http://cdn.example/a',
      'javascript:alert(1)',
      '//cdn.example/a',
      'https://a b/',
      'data:,x',
      'https://name:word@cdn.example/a.png',
      'https://*.example/a.png',
      'https://cdn.example/a.png;script-src',
    ]) {
      await admin.put(pathTo('SaveSettings'), { ...settings, brand: { ...settings.brand, logoUrl } }).expect(400);
    }
    const brand = { ...settings.brand, logoUrl: 'https://name:word@cdn.example/a.png' };
    const refusal = await admin.put(pathTo('SaveSettings'), { ...settings, brand }).expect(400);
    expect(refusal.body.error.details).toMatchObject({
      code: 'invalid_settings',
      errors: [{ path: ['brand', 'logoUrl'] }],
    });
  });

  it('takes a logo that was stored while more was allowed for none, and says so until others are saved', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const store = site.strapi.store({ type: 'plugin', name: 'guest-access', key: 'settings' });
    const logoUrl = 'https://name:word@cdn.example/logo.png';
    await store.set({ value: { ...settings, brand: { ...settings.brand, logoUrl, colour: '#7a1fa2' } } });
    const caution = { path: 'brand.logoUrl', caution: 'logo-not-shown' };
    try {
      const { data } = (await admin.get(pathTo('GetSettings')).expect(200)).body;
      expect(data.settings.brand).toMatchObject({ logoUrl: null, colour: '#7a1fa2' });
      expect(data.cautions).toContainEqual(caution);
      const page = await as(nobody).get('/guest/login').expect(200);
      expect(page.headers['content-security-policy']).not.toContain('cdn.example');
      expect((await as(nobody).get(pathTo('GetSite')).expect(200)).body.data.brand.logoUrl).toBeNull();
    } finally {
      const saved = await admin.put(pathTo('SaveSettings'), settings).expect(200);
      expect(saved.body.data.cautions).not.toContainEqual(caution);
    }
  });
});
