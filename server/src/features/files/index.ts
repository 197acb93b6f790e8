import type { Feature, Strapi } from '../../kernel';
import { signFromRow, type Sign } from './signing';

interface Upload {
  provider: { isPrivate(): Promise<boolean> };
  service(name: 'file'): { signFileUrls: Sign };
}

/** Strapi's media library; null on a site without it. */
const uploadOf = (strapi: Strapi): Upload | null => (strapi.plugin('upload') as unknown as Upload | undefined) ?? null;

/** Files: what somebody selects of a file never makes an address of anything else. */
export const files: Feature = {
  name: 'files',
  register: (strapi) => {
    const upload = uploadOf(strapi);
    if (upload === null) return;
    // Strapi looks the function up as it signs: in documents, in GraphQL, in the media library's own routes.
    const service = upload.service('file');
    service.signFileUrls = signFromRow(strapi, service.signFileUrls, () => upload.provider.isPrivate());
  },
};
