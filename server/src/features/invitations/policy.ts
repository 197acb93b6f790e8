import { failure, type PanelCaller } from '../../kernel';
import type { LinkGrants } from './repository';

/** Whether somebody may make a link that gives this: no more than they may give by hand. */
export const mayGive = (maker: PanelCaller, { resources, accessTypes }: LinkGrants): boolean =>
  maker.may('invites') &&
  ((accessTypes.length === 0 && resources.every(({ documentIds }) => documentIds.length === 0)) ||
    maker.may('changesWhatIsVisible'));

/** Who has a link can come by it themselves, so it is made for, and shown to, who may give it. @throws 403 `grants_beyond_own` */
export const requireMayGive = (maker: PanelCaller, grants: LinkGrants): void => {
  if (!mayGive(maker, grants)) throw failure('grants_beyond_own', 'A link gives no more than you may give yourself.');
};
