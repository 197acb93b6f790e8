import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface PortalFile {
  readonly type: string;
  readonly body: Buffer;
  /** Null where packing gains nothing. */
  readonly packed: Buffer | null;
  readonly etag: string;
}

export interface PortalFiles {
  /** The page itself, with the addresses of its files below the portal's path. */
  readonly page: PortalFile;
  /** By path below the portal's: `assets/index-Cv3QsMw5.css`. */
  readonly assets: ReadonlyMap<string, PortalFile>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const pageName = 'index.html';
const pack = promisify(gzip);

const toFile = async (name: string, body: Buffer): Promise<PortalFile> => {
  const packed = await pack(body, { level: 9 });
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    body,
    packed: packed.length < body.length ? packed : null,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
};

/** The built page names its files relatively (`./assets/…`); deep addresses need the whole path. */
export const placeAt = (html: string, path: string): string => html.replaceAll('"./', `"${path}/`);

/**
 * Reads the built portal into memory, a few files of 300 kB in all. What is served later is looked up among them by its
 * whole name, so that no path can lead out of the folder.
 *
 * @throws where the folder or the page is not there: the plugin was not built.
 */
export const readPortal = async (folder: string, path: string): Promise<PortalFiles> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }): Promise<[string, Buffer]> => {
        const file = join(parentPath, name);
        return [relative(folder, file).split(sep).join('/'), await readFile(file)];
      })
  );
  const html = files.find(([name]) => name === pageName)?.[1];
  if (html === undefined) throw new Error(`guest-access: no ${pageName} in ${folder}. Was the plugin built?`);
  const assets = await Promise.all(
    files
      .filter(([name]) => name !== pageName)
      .map(async ([name, body]): Promise<[string, PortalFile]> => [name, await toFile(name, body)])
  );
  return { page: await toFile(pageName, Buffer.from(placeAt(html.toString('utf8'), path))), assets: new Map(assets) };
};
