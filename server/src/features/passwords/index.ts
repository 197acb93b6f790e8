import { PLUGIN, type Feature } from '../../kernel';
import { argon2, dummyDigest } from './digests';

export { newPasswordDigest, passwordMatches, renewedDigest } from './service';

/** Passwords: what a new one has to be, how it is kept, and whether a given one is right. Knows no guest. */
export const passwords: Feature = {
  name: 'passwords',
  bootstrap: async (strapi) => {
    if ((await argon2()) === null) {
      strapi.log.warn(
        `${PLUGIN}: argon2 cannot be loaded on this machine; passwords are kept with scrypt, more slowly.`
      );
    }
    await dummyDigest();
  },
};
