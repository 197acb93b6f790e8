import { aroundSigning, type Feature } from '../../kernel';
import { signFromRow } from './signing';

/** Files: what somebody selects of a file never makes an address of anything else. */
export const files: Feature = {
  name: 'files',
  register: (strapi) => {
    aroundSigning(strapi, (sign, isPrivate) => signFromRow(strapi, sign, isPrivate));
  },
};
