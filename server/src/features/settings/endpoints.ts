import type { Context } from 'koa';
import {
  GetFeatures,
  GetSettings,
  JudgeDomains,
  ListContentTypes,
  SaveSettings,
  type DomainVerdict,
  type Settings,
} from '../../../../contract';
import {
  callerOf,
  configOf,
  contentTypesOf,
  failure,
  googleRedirectUri,
  handle,
  hasDrafts,
  isTimeZone,
  modelOf,
  readableAttributes,
  type HandledEndpoint,
  type Strapi,
  wholeReaderOf,
  readableAddress,
  readableDomain,
  transaction,
} from '../../kernel';
import { record } from '../activity';
import { cautionsOf, isFreeMailHost } from './cautions';
import { tidyJoining, toDomainRule } from './joining';
import { newMailTextFaults } from './mail-texts';
import { openingsOf, refusalsOf, unreadable } from './opens';
import { pathsTo, type FindModel } from './paths';
import { CONTACT, faultsOf, GUEST, isOfferable, newFaults } from './rules';
import { changeSettings, isLogoLeftOut, reloadSettings } from './store';

const findIn =
  (strapi: Strapi): FindModel =>
  (uid) =>
    modelOf(strapi, uid);

/** The settings with domains and addresses as people read them. */
const readable = ({ joining, ...settings }: Settings): Settings => ({
  ...settings,
  joining: {
    ...joining,
    domains: joining.domains.map((entry) => ({ ...entry, domain: readableDomain(entry.domain) })),
    notify: joining.notify.map(readableAddress),
  },
});

const withWarnings = async (strapi: Strapi, settings: Settings) => ({
  settings: readable(settings),
  warnings: faultsOf(findIn(strapi), settings),
  cautions: cautionsOf(strapi, settings, await isLogoLeftOut(strapi)),
  google: {
    redirectUri: googleRedirectUri(strapi),
    hasSecret: configOf(strapi).google.clientSecret !== undefined,
  },
});

const toError = ({ problem, ...where }: { path: string[]; problem: string }) => ({
  ...where,
  message: problem,
  name: 'ValidationError',
});

/**
 * To save takes `settings.update`; what a save opens takes what that effect takes, and that one may read it themselves.
 * @throws 403 `access_decides`
 */
const requireOpenings = async (strapi: Strapi, ctx: Context, next: Settings, kept: Settings): Promise<void> => {
  const find = findIn(strapi);
  const caller = callerOf(ctx);
  const refusals = refusalsOf(
    openingsOf(find, next, kept),
    unreadable(find, next, kept, await wholeReaderOf(strapi, ctx)),
    caller.may
  );
  if (refusals.length === 0) return;
  throw failure('access_decides', 'These settings decide who sees what: that takes the right to manage accesses.', {
    errors: refusals.map(toError),
  });
};

export const endpoints: HandledEndpoint[] = [
  handle(GetSettings, async ({ strapi }) => withWarnings(strapi, await reloadSettings(strapi))),

  handle(
    SaveSettings,
    async ({ strapi, body, ctx }) => {
      const { joining, faults: joiningFaults } = tidyJoining(body);
      const kept = await reloadSettings(strapi);
      const faults = newFaults(findIn(strapi), body, kept).map(({ path, problem }) => ({
        path: path.split(/[.[\]]+/).filter(Boolean),
        problem,
      }));
      const isZoneUnknown = body.timeZone !== null && body.timeZone !== kept.timeZone && !isTimeZone(body.timeZone);
      const zoneFaults = isZoneUnknown ? [{ path: ['timeZone'], problem: 'unknown-time-zone' }] : [];
      const textFaults = newMailTextFaults(body.mailTexts, kept.mailTexts);
      const all = [...faults, ...joiningFaults, ...zoneFaults, ...textFaults];
      if (all.length > 0) {
        throw failure('invalid_settings', 'The settings name something that does not exist', {
          errors: all.map(toError),
        });
      }
      await requireOpenings(strapi, ctx, { ...body, joining }, kept);
      await transaction(strapi, async () => {
        await changeSettings(strapi, () => ({ ...body, joining }));
        const actor = { kind: 'editor', name: callerOf(ctx).name } as const;
        await record(strapi, { action: 'settings.saved', guest: null, actor });
      });
      return withWarnings(strapi, await reloadSettings(strapi));
    },
    'invalid_settings'
  ),

  handle(JudgeDomains, async ({ body }) => ({
    verdicts: body.domains.map((domain): DomainVerdict => {
      const verdict = toDomainRule(domain);
      if (verdict.kind === 'refused') return { domain, problem: verdict.problem, caution: null };
      return { domain, problem: null, caution: isFreeMailHost(verdict.rule) ? 'free-mail-domain' : null };
    }),
  })),

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
