import type { BodyOf, CreateInvitationLink } from '../../../../contract';
import { invitationDaysDefault } from '../../../../contract';
import { failure, findPanelUser, newSecret, now, seal, type PanelCaller, type Strapi } from '../../kernel';
import { toGrants } from '../guests';
import { toDomainRule } from '../settings';
import { mayGive, requireMayGive } from './policy';
import { insertLink, type LinkGrants, type LinkRow } from './repository';
import { stateOf } from './rules';

const dayMs = 24 * 60 * 60 * 1000;

const invalid = (field: string, message: string): Error =>
  failure('invalid_body', `${field}: ${message}`, { errors: [{ path: [field], message, name: 'ValidationError' }] });

const expiryOf = (given: string | null | undefined): number | null => {
  if (given === undefined) return now().getTime() + invitationDaysDefault * dayMs;
  if (given === null) return null;
  const expiresAt = Date.parse(given);
  if (expiresAt <= now().getTime()) throw invalid('expiresAt', 'an instant to come');
  return expiresAt;
};

const domainOf = (typed: string | null): string | null => {
  if (typed === null || typed === '') return null;
  const verdict = toDomainRule(typed);
  if (verdict.kind === 'refused') throw invalid('domain', verdict.problem);
  return verdict.rule;
};

const grantsOf = async (strapi: Strapi, given: LinkGrants): Promise<LinkGrants> => {
  const { resources, accessTypes } = await toGrants(strapi, given);
  return {
    resources: [...resources].map(([contentType, documentIds]) => ({ contentType, documentIds: [...documentIds] })),
    accessTypes: [...accessTypes],
  };
};

/**
 * Makes a link in the name of its maker. The secret is in the answer.
 * @throws 403 `grants_beyond_own`, 400 `invalid_body` for a domain that is none, an instant that is over, unknown grants
 */
export const makeLink = async (
  strapi: Strapi,
  maker: PanelCaller,
  input: BodyOf<typeof CreateInvitationLink>
): Promise<{ link: LinkRow; secret: string }> => {
  const given = { resources: input.resources, accessTypes: input.accessTypes };
  requireMayGive(maker, given);
  const secret = newSecret('invitation');
  const link = await insertLink(strapi, {
    name: input.name,
    ...seal(strapi, secret),
    lastFour: secret.slice(-4),
    addAs: input.addAs,
    approval: input.approval,
    domain: domainOf(input.domain),
    grants: await grantsOf(strapi, given),
    issuedAt: now().getTime(),
    expiresAt: expiryOf(input.expiresAt),
    placesMax: input.placesMax,
    maker: maker.documentId,
    makerName: maker.name,
  });
  return { link, secret };
};

/** A link with how it stands now, and whether its maker may say whose contact a guest is. */
export type StandingLink = LinkRow & { state: ReturnType<typeof stateOf>; mayPair: boolean };

/** Links with how they stand now: what each maker may still give is asked once a maker. */
export const withStates = async (strapi: Strapi, links: readonly LinkRow[]): Promise<StandingLink[]> => {
  const makers = new Map<string, PanelCaller | null>();
  for (const documentId of new Set(links.map(({ maker }) => maker))) {
    makers.set(documentId, await findPanelUser(strapi, documentId));
  }
  return links.map((link) => {
    const maker = makers.get(link.maker) ?? null;
    const state = stateOf(link, maker !== null && mayGive(maker, link.grants), now().getTime());
    return { ...link, state, mayPair: maker?.may('pairsContact') ?? false };
  });
};

export const withState = async (strapi: Strapi, link: LinkRow): Promise<StandingLink> => {
  const [standing] = await withStates(strapi, [link]);
  return standing ?? { ...link, state: 'stopped', mayPair: false };
};
