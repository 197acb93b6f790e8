import type { Severity } from '../../../../../contract';
import { changeSettings, isFreeMailHost } from '../../settings';
import { readableDomain } from '../../../kernel';
import { example, foundList, type Finding, type Look } from '../finding';

/** Who comes in by themselves, with no editor between. */
const comesIn = ({ settings: { joining } }: Look): boolean => joining.addAs === 'guest' && !joining.approval;

const severityOf = (look: Look): Severity => {
  if (look.settings.joining.mode !== 'domains') return 'low';
  return comesIn(look) ? 'high' : 'medium';
};

/** Everybody can have an address there: a rule for such a domain is one for everybody. */
export const freeMailDomains: Finding = {
  id: 'free-mail-domains',
  look: async (look) =>
    foundList(
      look.settings.joining.domains.filter(({ domain }) => isFreeMailHost(domain)),
      severityOf(look),
      {
        subjectsOf: ({ domain }) => [domain],
        exampleOf: ({ domain }) => example({ name: readableDomain(domain), page: 'settings-joining' }),
      }
    ),
  repair: {
    kind: 'do',
    permission: 'settings.update',
    run: async ({ strapi, settings }) => {
      await changeSettings(strapi, ({ joining, ...kept }) => ({
        ...kept,
        joining: { ...joining, domains: joining.domains.filter(({ domain }) => !isFreeMailHost(domain)) },
      }));
      return settings.joining.domains.filter(({ domain }) => isFreeMailHost(domain)).length;
    },
  },
};

/** Whoever owns an address comes in. What they are given decides how bad it is. */
export const anybodyJoins: Finding = {
  id: 'anybody-joins',
  look: async (look) => {
    const { mode, accessTypes, resources } = look.settings.joining;
    if (mode !== 'any') return null;
    const gives = accessTypes.length > 0 || resources.some(({ documentIds }) => documentIds.length > 0);
    const severity = comesIn(look) ? (gives ? 'high' : 'medium') : 'low';
    return { severity, count: 1, subjects: [...accessTypes], examples: [] };
  },
  repair: { kind: 'open', page: 'settings-joining' },
};
