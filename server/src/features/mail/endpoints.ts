import { ListMails, locales, messageKinds, PreviewMail } from '../../../../contract';
import { failure, handle, type HandledEndpoint } from '../../kernel';
import { reloadSettings } from '../settings';
import { faultsOfTyped, lookOf, toWording, typedFor } from './overrides';
import { chooseZone } from './readers';
import { render } from './render';
import { sampleValues } from './samples';
import { asTyped, variablesOf } from './template';
import { templates } from './templates';

export const endpoints: HandledEndpoint[] = [
  handle(ListMails, async () => ({
    mails: messageKinds.map((kind) => ({
      kind,
      variables: variablesOf(templates[kind]),
      wordings: locales.map((locale) => ({ locale, ...asTyped(templates[kind].wordings[locale]) })),
    })),
  })),

  handle(PreviewMail, async ({ strapi, params: { kind }, body: { locale, ...tried } }) => {
    const settings = await reloadSettings(strapi);
    const saved = typedFor(settings, kind, locale) ?? asTyped(templates[kind].wordings[locale]);
    const typed = { subject: tried.subject ?? saved.subject, body: tried.body ?? saved.body };
    const faults = faultsOfTyped(kind, typed);
    if (faults.length > 0) {
      throw failure('invalid_settings', 'The words name something that this message does not have', {
        errors: faults.map(({ field, problem, ...fault }) => ({
          ...fault,
          path: [field],
          message: problem,
          name: 'ValidationError',
        })),
      });
    }
    const wording = toWording(kind, locale, typed);
    const reader = { locale, timeZone: chooseZone(settings.timeZone) };
    return render(templates[kind], sampleValues(strapi, locale), reader, lookOf(strapi, settings), wording);
  }),
];
