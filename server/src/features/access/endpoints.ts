import { GetAccessChoices, GetCoverage, GetMyAccess, ListResources } from '../../../../contract';
import { guarded, handle, modelOf, notFound, requireGuest, rowReaderOf, type HandledEndpoint } from '../../kernel';
import { getSettings, requireGuests, soundPart } from '../settings';
import { lastCoverage } from './self-check/check';
import { profileOf } from './policy/profile';
import { listResources } from './policy/resources';
import { sectionsOf } from './describe-access/sections';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetAccessChoices, async ({ strapi }) => {
    const { resourceTypes, accessTypes } = soundPart((uid) => modelOf(strapi, uid), await getSettings(strapi));
    return {
      resourceTypes: resourceTypes.map(({ contentType, labels }) => ({ contentType, labels })),
      accessTypes: accessTypes.map(({ key, labels, contentType }) => ({ key, labels, contentType })),
    };
  }),

  handle(ListResources, async ({ strapi, query, ctx }) => {
    const { resourceTypes } = soundPart((uid) => modelOf(strapi, uid), await getSettings(strapi));
    const type = resourceTypes.find(({ contentType }) => contentType === query.contentType);
    if (!type) throw notFound();
    return listResources(strapi, type, query, rowReaderOf(strapi, ctx)(type.contentType, type.labelField));
  }),

  handle(GetCoverage, ({ strapi }) => lastCoverage(strapi)),

  handle(GetMyAccess, async ({ strapi, ctx }) => ({
    sections: await sectionsOf(strapi, await profileOf(strapi, requireGuest(ctx))),
  })),
]);
