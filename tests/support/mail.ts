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
