import { PLUGIN, type Feature } from '../../kernel';
import { argon2, dummyDigest } from './digests';
import { passwordTable } from './repository';

export {
  deletePasswordOf,
  findPassword,
  guestsWithPassword,
  guestsWithSomePassword,
  putPassword,
  replacePassword,
  settledPassword,
  type Password,
} from './repository';
export { newPasswordDigest, passwordMatches, renewedDigest } from './service';

/** Passwords: what a new one has to be, how it is kept, and whether a given one is right. Knows of a guest the documentId. */
export const passwords: Feature = {
  name: 'passwords',
  tables: [passwordTable],
  bootstrap: async (strapi) => {
    if ((await argon2()) === null) {
      strapi.log.warn(
        `${PLUGIN}: argon2 cannot be loaded on this machine; passwords are kept with scrypt, more slowly.`
      );
    }
    await dummyDigest();
  },
};
