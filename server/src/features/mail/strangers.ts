import {
  addressGroup,
  configOf,
  digest,
  pepperOf,
  PLUGIN,
  take,
  type Limit,
  type Address,
  type Strapi,
} from '../../kernel';

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

/**
 * Whether a mail that a stranger causes may still go to this address: counted by recipient, by domain and in all, one
 * count for all kinds of such mail. Where it is false nothing is sent, and the stranger is answered as if it were: else he
 * could bury somebody in mails, or find out whom we write to.
 */
export const mayMailStranger = async (strapi: Strapi, { key, domain }: Address): Promise<boolean> => {
  const { enabled, mailsPerRecipient, mailsPerDomain, mailsInAll } = configOf(strapi).limits;
  if (!enabled) return true;
  return allows(strapi, [
    [{ name: 'mails-to', points: mailsPerRecipient, seconds: hourSeconds }, digest(pepperOf(strapi), key)],
    [{ name: 'mails-domain', points: mailsPerDomain, seconds: hourSeconds }, digest(pepperOf(strapi), domain)],
    [{ name: 'mails-all', points: mailsInAll, seconds: hourSeconds }, 'all'],
  ]);
};

/**
 * The same for a mail that goes to the guest who has this address or to nobody: the link to his password. Counted apart, and
 * not by domain, so that nobody who asks to join in others' names keeps a guest, or all of a company, from the way back in.
 */
export const mayMailGuest = async (strapi: Strapi, { key }: Address): Promise<boolean> => {
  const { enabled, mailsPerRecipient, mailsInAll } = configOf(strapi).limits;
  if (!enabled) return true;
  return allows(strapi, [
    [{ name: 'guest-mails-to', points: mailsPerRecipient, seconds: hourSeconds }, digest(pepperOf(strapi), key)],
    [{ name: 'guest-mails-all', points: mailsInAll, seconds: hourSeconds }, 'all'],
  ]);
};

/** Whether an editor may be told of one more arrival by mail: somebody with a domain of his own could bury him in them. */
export const mayTellEditor = async (strapi: Strapi, { key }: Pick<Address, 'key'>): Promise<boolean> => {
  const { enabled, arrivalMailsPerEditor } = configOf(strapi).limits;
  if (!enabled) return true;
  return allows(strapi, [
    [{ name: 'arrivals-to', points: arrivalMailsPerEditor, seconds: hourSeconds }, digest(pepperOf(strapi), key)],
  ]);
};
