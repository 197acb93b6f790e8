import { addressGroup, configOf, keyedDigest, PLUGIN, take, type Limit, type Address, type Strapi } from '../../kernel';
import { hostOf, mailboxOf } from './mailbox';

const hourSeconds = 60 * 60;

const isUsedUp = (error: unknown): boolean => error instanceof Error && error.name === 'RateLimitError';

/**
 * Counts one request of somebody who is not logged in for a mail, by where it comes from.
 * @throws 429 `too_many_requests`
 */
export const countRequest = async (strapi: Strapi, ip: string): Promise<void> => {
  const { enabled, requestsPerAddress } = configOf(strapi).limits;
  if (!enabled) return;
  await take(strapi, { name: 'requests', points: requestsPerAddress, seconds: 15 * 60 }, addressGroup(ip));
};

const allows = async (strapi: Strapi, counters: readonly [Limit, string][]): Promise<boolean> => {
  for (const [limit, whom] of counters) {
    try {
      await take(strapi, limit, whom);
    } catch (error) {
      if (!isUsedUp(error)) throw error;
      strapi.log.warn(`${PLUGIN}: a mail that a stranger asked for is not sent: the limit ${limit.name} has run out`);
      return false;
    }
  }
  return true;
};

/** Who causes a mail: a guest, by documentId, or somebody who is not logged in, by where they are. */
export type Asker = { readonly guest: string } | { readonly ip: string };

const askerKey = (asker: Asker): string => ('guest' in asker ? `guest:${asker.guest}` : addressGroup(asker.ip));

/**
 * Whether a mail that a stranger causes may still go to this address: counted by mailbox, by the registered domain that the
 * address is below, and in all, one count for all kinds of such mail. Where it is false nothing is sent, and the stranger is
 * answered as if it were: else they could bury somebody in mails, or find out whom we write to. Beside that each asker causes
 * only so many, whomever they go to: that they are told.
 * @throws 429 `too_many_requests` where the asker's count has run out
 */
export const mayMailStranger = async (strapi: Strapi, address: Address, asker: Asker): Promise<boolean> => {
  const { enabled, mailsPerAsker, mailsPerRecipient, mailsPerDomain, mailsInAll } = configOf(strapi).limits;
  if (!enabled) return true;
  const named = (text: string): string => keyedDigest(strapi, text);
  await take(strapi, { name: 'mails-by', points: mailsPerAsker, seconds: hourSeconds }, named(askerKey(asker)));
  return allows(strapi, [
    [{ name: 'mails-to', points: mailsPerRecipient, seconds: hourSeconds }, named(mailboxOf(address))],
    [{ name: 'mails-domain', points: mailsPerDomain, seconds: hourSeconds }, named(hostOf(address.domain))],
    [{ name: 'mails-all', points: mailsInAll, seconds: hourSeconds }, 'all'],
  ]);
};

/**
 * The same for a mail that goes to the guest who has this address or to nobody: the link to their password. A stranger must not
 * keep a guest, or all of a company, from the way back in: counted apart from the mails above; by the whole address and neither
 * by mailbox nor by domain, or requests for `name+1@…`, which go to nobody, would use up what `name@…` may be sent; and those
 * that go to nobody have a count in all of their own, as much work as the other.
 */
export const mayMailGuest = async (strapi: Strapi, { key }: Address, isGuest: boolean): Promise<boolean> => {
  const { enabled, mailsPerRecipient, mailsInAll } = configOf(strapi).limits;
  if (!enabled) return true;
  return allows(strapi, [
    [{ name: 'guest-mails-to', points: mailsPerRecipient, seconds: hourSeconds }, keyedDigest(strapi, key)],
    [{ name: 'guest-mails-all', points: mailsInAll, seconds: hourSeconds }, isGuest ? 'guests' : 'nobody'],
  ]);
};

/** Whether an editor may be told of one more arrival by mail: somebody with a domain of their own could bury them in mails. */
export const mayTellEditor = async (strapi: Strapi, { key }: Pick<Address, 'key'>): Promise<boolean> => {
  const { enabled, arrivalMailsPerEditor } = configOf(strapi).limits;
  if (!enabled) return true;
  return allows(strapi, [
    [{ name: 'arrivals-to', points: arrivalMailsPerEditor, seconds: hourSeconds }, keyedDigest(strapi, key)],
  ]);
};
