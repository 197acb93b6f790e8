import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { placeAt, readPortal } from './files';

const html = '<link href="./icon.svg" /><script type="module" src="./assets/index-a1.js"></script>';

describe('the built portal', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets', 'index-a1.js'), 'export const a = 1;\n'.repeat(100));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is put under the configured path', () => {
    expect(placeAt(html, '/espace/invites')).toBe(
      '<link href="/espace/invites/icon.svg" /><script type="module" src="/espace/invites/assets/index-a1.js"></script>'
    );
  });

  it('is known by whole names, with forward slashes, and packed once', async () => {
    await writeFile(join(folder, 'index.html'), html);
    const { page, assets } = await readPortal(folder, '/guest');
    expect(page.body.toString()).toContain('src="/guest/assets/index-a1.js"');
    expect([...assets.keys()]).toEqual(['assets/index-a1.js']);
    const script = assets.get('assets/index-a1.js');
    expect(script?.type).toBe('text/javascript; charset=utf-8');
    expect(script?.packed && gunzipSync(script.packed)).toEqual(script?.body);
  });

  it('stops the boot with a clear message where it was not built', async () => {
    await expect(readPortal(folder, '/guest')).rejects.toThrow('Was the plugin built?');
  });
});
