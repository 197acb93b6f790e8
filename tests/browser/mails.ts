import { expect, type APIRequestContext } from '@playwright/test';
import { site } from './support';

interface Mail {
  to: { address: string }[];
  subject: string;
  text: string;
}

/** The mails that went to an address, the oldest first. */
const mailsTo = async (request: APIRequestContext, address: string): Promise<Mail[]> => {
  const mails: Mail[] = await (await request.get(`${site.mail.web}/api/email`)).json();
  return mails.filter(({ to }) => to[0]?.address === address);
};

/** Waits for the first mail to an address whose text holds this, and answers what it holds: a link, say. */
export const mailedTo = async (request: APIRequestContext, address: string, pattern: RegExp): Promise<string> => {
  const find = async () => {
    const texts = (await mailsTo(request, address)).map(({ text }) => pattern.exec(text)?.[0]);
    return texts.find((found) => found !== undefined) ?? '';
  };
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  return find();
};

/** How many mails went to an address so far. */
export const countMailsTo = async (request: APIRequestContext, address: string): Promise<number> =>
  (await mailsTo(request, address)).length;
