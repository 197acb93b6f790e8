import {
  addressGroup,
  configOf,
  keyedDigest,
  giveBack,
  parseAddress,
  take,
  type Limit,
  type Strapi,
} from '../../kernel';
import { delayOf, waitingRoom } from './throttle';

const seconds = 15 * 60;

/** More than anybody can try: this counter slows, and never refuses. */
const unlimited = 1_000_000_000;

const limitsOf = (strapi: Strapi) => {
  const { passwordFailuresPerAccount, passwordFailuresPerAddress } = configOf(strapi).limits;
  return {
    accountFromAddress: { name: 'password-account', points: passwordFailuresPerAccount, seconds },
    address: { name: 'password-address', points: passwordFailuresPerAddress, seconds },
    account: { name: 'password-anywhere', points: unlimited, seconds },
  } satisfies Record<string, Limit>;
};

const wait = waitingRoom(200);

/**
 * Counts an attempt to log in by password, before anything is looked at: by account and address, by address, and by account
 * from anywhere, which makes it wait. The account is what was typed: whether there is one plays no part.
 * @returns what takes it back, for an attempt that was a good one
 * @throws 429 `too_many_requests`
 */
export const countAttempt = async (strapi: Strapi, ip: string, name: string): Promise<() => Promise<void>> => {
  if (!configOf(strapi).limits.enabled) return () => Promise.resolve();
  const limits = limitsOf(strapi);
  const address = addressGroup(ip);
  // One account, however its address is written: with a name before it, by its international name.
  const parsed = parseAddress(name);
  const account = keyedDigest(strapi, parsed.kind === 'address' ? parsed.key : name.trim().toLowerCase());
  const counters: [Limit, string][] = [
    [limits.accountFromAddress, `${account} ${address}`],
    [limits.address, address],
    [limits.account, account],
  ];
  let attempts = 0;
  for (const [limit, key] of counters) attempts = await take(strapi, limit, key);
  await wait(delayOf(attempts));
  return async () => {
    for (const [limit, key] of counters) await giveBack(strapi, limit, key);
  };
};
