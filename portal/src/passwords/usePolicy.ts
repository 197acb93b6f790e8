import { passwordPolicies, type PasswordPolicy } from '../../../contract/constants';
import { useSession } from '../session/SessionProvider';

/** What a new password has to be here. Until the site has said, the least that any policy asks: the server judges anyhow. */
export const usePolicy = (): PasswordPolicy => {
  const { site } = useSession();
  return site?.passwordPolicy ?? { ...passwordPolicies.mixed, classes: false };
};
