import { defaultLocale, doors as allDoors, GetSite, locales, passwordPolicies } from '../../../../contract';
import { guarded, handle, siteName, type HandledEndpoint } from '../../kernel';
import { getSettings, requireGuests } from '../settings';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetSite, async ({ strapi }) => {
    const { doors, joining, brand, timeZone, passwordPolicy } = await getSettings(strapi);
    const open = { ...doors, join: joining.mode !== 'nobody' };
    return {
      name: siteName(strapi),
      doors: allDoors.filter((door) => open[door]),
      locales: [...locales],
      defaultLocale,
      brand,
      timeZone,
      passwordPolicy: passwordPolicies[passwordPolicy],
    };
  }),
]);
