import type { Strapi } from './app';
import { rows, type Where } from './query';

/** The content type of the media library's files. */
export const FILE = 'plugin::upload.file';

/** A file of the media library, as its row says it. */
export interface StoredFile {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly mime: string;
}

/** The media library's action of roles that shows files. */
export const READ_FILES = 'plugin::upload.read';

/** A file by its id; null where it is gone, or not under the condition. */
export const findFile = (strapi: Strapi, id: number, condition: Where = {}): Promise<StoredFile | null> =>
  rows<StoredFile>(strapi, FILE).findOne({
    select: ['id', 'url', 'name', 'mime'],
    where: { $and: [{ id }, condition] },
  });

/** The newest file whose address is one of another origin than the site's. */
export const newestForeignFile = (strapi: Strapi): Promise<StoredFile | null> =>
  rows<StoredFile>(strapi, FILE).findOne({
    select: ['id', 'url', 'name', 'mime'],
    where: { url: { $startsWith: 'https://' } },
    orderBy: { id: 'desc' },
  });

/** A file as somebody selected it. */
export type SelectedFile = Record<string, unknown> & { isUrlSigned?: boolean };

export type SignFile = (file: SelectedFile) => Promise<SelectedFile>;

/** The whole row of a file, as it is signed. */
export const fileRow = (strapi: Strapi, id: number | string): Promise<SelectedFile | null> =>
  rows<SelectedFile>(strapi, FILE).findOne({ where: { id } });

interface Upload {
  readonly provider: { isPrivate(): Promise<boolean> };
  service(name: 'file'): { signFileUrls: SignFile };
}

/** Whether files are read by signed addresses only. Null on a site without the media library. */
export const isUploadPrivate = async (strapi: Strapi): Promise<boolean | null> => {
  const upload = strapi.plugin('upload') as unknown as Upload | undefined;
  return upload ? upload.provider.isPrivate() : null;
};

/**
 * Puts something around the signing of a private file's addresses, in documents, in GraphQL and in the media library's own routes:
 * Strapi looks the function up as it signs. Does nothing on a site without the plugin. Called at register.
 */
export const aroundSigning = (
  strapi: Strapi,
  around: (sign: SignFile, isPrivate: () => Promise<boolean>) => SignFile
): void => {
  const upload = strapi.plugin('upload') as unknown as Upload | undefined;
  if (!upload) return;
  const service = upload.service('file');
  service.signFileUrls = around(service.signFileUrls, () => upload.provider.isPrivate());
};
