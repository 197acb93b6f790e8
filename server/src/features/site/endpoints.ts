import { defaultLocale, doors as allDoors, GetSite, locales, passwordPolicies } from '../../../../contract';
import { guarded, handle, siteName, type HandledEndpoint } from '../../kernel';
import { getSettings, requireGuests } from '../settings';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetSite, async ({ strapi }) => {
    const { signInMethods, joining, brand, timeZone, passwordPolicy } = await getSettings(strapi);
    const open = { ...signInMethods, join: joining.mode !== 'nobody' };
    return {
      name: siteName(strapi),
      signInMethods: allDoors.filter((door) => open[door]),
      locales: [...locales],
      defaultLocale,
      brand,
      timeZone,
      passwordPolicy: passwordPolicies[passwordPolicy],
    };
  }),
]);
