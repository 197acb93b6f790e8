import { setTimeout as wait } from 'node:timers/promises';

export interface Mail {
  id: string;
  subject: string;
  to: { address: string; name: string }[];
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** What the mail server has for an address: of all that came in a run, it would be busy with the list instead of with mails. */
const listOf = async (address: string): Promise<Mail[]> => {
  const response = await fetch(`${site.mail.web}/api/email?${new URLSearchParams({ 'to.address': address })}`);
  if (!response.ok) throw new Error(`the mail server answered ${response.status}`);
  return (await response.json()) as Mail[];
};

/** What was mailed to an address so far, oldest first. */
export const mailsTo = async (address: string): Promise<Mail[]> =>
  (await listOf(address)).filter(({ to }) => to.some((one) => one.address.toLowerCase() === address.toLowerCase()));

/**
 * Waits until `amount` messages have come for an address.
 * @throws after half a minute: a busy machine sends fifteen at once more slowly than one
 */
export const waitForMailTo = async (address: string, amount = 1): Promise<Mail[]> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const mails = await mailsTo(address);
    if (mails.length >= amount) return mails;
    if (Date.now() > deadline) throw new Error(`${mails.length} of ${amount} messages came for ${address}`);
    await wait(100);
  }
};

interface Unsent {
  message_id: string;
  lease_token: string | null;
}

/**
 * Lets go, as time would, of the messages that an instance held as it was killed. Those that the living one has a lease of are waited for: it
 * would send them twice.
 * @param toAddress as in SQL's `LIKE`
 * @returns what was let go
 */
export const releaseHeldMails = async (toAddress: string): Promise<Unsent[]> => {
  const unsent = () =>
    site.strapi.db
      .connection('guest_access_mail_messages')
      .where({ status: 'queued' })
      .where('to_address', 'like', toAddress);
  const read = (): Promise<Unsent[]> => unsent().orderBy('id').select('message_id', 'lease_token');
  for (let before = await read(); ;) {
    await wait(1500);
    const now = await read();
    if (now.every((row) => row.lease_token !== null) && JSON.stringify(now) === JSON.stringify(before)) {
      await unsent().whereNotNull('lease_token').update({ lease_until: 1 });
      return now;
    }
    before = now;
  }
};
