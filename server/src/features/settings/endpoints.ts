import { GetFeatures, GetSettings, ListContentTypes, SaveSettings, type Settings } from '../../../../contract';
import {
  contentTypesOf,
  emit,
  failure,
  handle,
  hasDrafts,
  inTransaction,
  modelOf,
  readableAttributes,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { cautionsOf } from './cautions';
import { tidyJoining } from './joining';
import { newMailTextFaults } from './mail-texts';
import { pathsTo, type FindModel } from './paths';
import { CONTACT, faultsOf, GUEST, isOfferable, newFaults } from './rules';
import { isLogoLeftOut, reloadSettings, storeSettings } from './store';

const findIn =
  (strapi: Strapi): FindModel =>
  (uid) =>
    modelOf(strapi, uid);

const withWarnings = async (strapi: Strapi, settings: Settings) => ({
  settings,
  warnings: faultsOf(findIn(strapi), settings),
  cautions: cautionsOf(strapi, settings, await isLogoLeftOut(strapi)),
});

export const endpoints: HandledEndpoint[] = [
  handle(GetSettings, async ({ strapi }) => withWarnings(strapi, await reloadSettings(strapi))),

  handle(
    SaveSettings,
    async ({ strapi, body }) => {
      const { joining, faults: joiningFaults } = tidyJoining(body);
      const kept = await reloadSettings(strapi);
      const faults = newFaults(findIn(strapi), body, kept).map(({ path, problem }) => ({
        path: path.split(/[.[\]]+/).filter(Boolean),
        problem,
      }));
      const all = [...faults, ...joiningFaults, ...newMailTextFaults(body.mailTexts, kept.mailTexts)];
      if (all.length > 0) {
        throw failure('invalid_settings', 'The settings name something that does not exist', {
          errors: all.map(({ problem, ...where }) => ({ ...where, message: problem, name: 'ValidationError' })),
        });
      }
      await inTransaction(strapi, async () => {
        await storeSettings(strapi, { ...body, joining });
        await emit(strapi, 'settings.saved', {});
      });
      return withWarnings(strapi, await reloadSettings(strapi));
    },
    'invalid_settings'
  ),

  handle(GetFeatures, async ({ strapi }) => {
    const { contacts, guests } = await reloadSettings(strapi);
    return { contacts, guests };
  }),

  handle(ListContentTypes, async ({ strapi }) => {
    const isTarget = (uid: string) => uid === CONTACT || uid === GUEST || isOfferable(uid);
    return {
      contentTypes: contentTypesOf(strapi)
        .filter(({ uid }) => isOfferable(uid))
        .map((model) => ({
          uid: model.uid,
          displayName: model.info.displayName,
          draftAndPublish: hasDrafts(model),
          fields: readableAttributes(model).map((name) => ({ name, type: model.attributes[name]?.type ?? 'string' })),
          paths: pathsTo(findIn(strapi), model, isTarget),
        }))
        .sort((a, b) => a.displayName.localeCompare(b.displayName)),
    };
  }),
];
