import { defaultLocale, type Settings } from '../../../../contract';
import { configOf, PLUGIN, type Strapi } from '../../kernel';
import { reloadSettings } from '../settings';
import { handlerOf, registeredKinds } from './messages';
import { localeOf, lookOf, wordingOf } from './own-words';
import { render } from './render';
import { claim, endOverdue, findDue, finishClaim, type Claim, type Finish, type MailMessage } from './repository';
import { batchMax, judge, parallelMax, reasonOf, retryDelayMs, sendSecondsMax } from './rules';
import { insist, within } from './timing';
import { isMessageKind, templates } from './templates';

interface EmailService {
  send(email: { to: string; subject: string; text: string; html: string; headers: object }): Promise<unknown>;
}

/** Asked between the steps of an attempt: true once the instance stops. */
export type IsStopping = () => boolean;

const attempt = async (
  strapi: Strapi,
  message: MailMessage,
  settings: Settings,
  isStopping: IsStopping
): Promise<Finish> => {
  const handler = isMessageKind(message.kind) ? handlerOf(message.kind) : undefined;
  if (!isMessageKind(message.kind) || handler === undefined) return { status: 'released' };
  const variables = await handler.variables(strapi, message.payload ?? {});
  if (variables === 'cancel') return { status: 'cancelled' };
  const locale = localeOf(message.language) ?? defaultLocale;
  const { wording, isFaulty } = wordingOf(settings, message.kind, locale);
  if (isFaulty) {
    strapi.log.warn(
      `${PLUGIN}: the site's own words of the mail ${message.kind} (${locale}) are faulty, so the plugin's are sent`
    );
  }
  const email = render(templates[message.kind], variables, locale, lookOf(strapi, settings), wording);
  if (isStopping()) return { status: 'released' };
  await strapi
    .plugin('email')
    .service<EmailService>('email')
    .send({ to: message.toAddress, ...email, headers: { 'Message-ID': message.messageId } });
  return { status: 'sent' };
};

const afterFailure = (message: MailMessage, error: unknown): Finish => {
  const reason = reasonOf(error);
  const delayMs = judge(error) === 'refused' ? null : retryDelayMs(message.attempts, Math.random());
  return delayMs === null ? { status: 'failed', reason } : { status: 'queued', reason, delayMs };
};

const report = (strapi: Strapi, { documentId, kind, attempts }: MailMessage, finish: Finish): void => {
  const name = `${PLUGIN}: mail ${documentId} (${kind})`;
  if (finish.status === 'failed') strapi.log.error(`${name} is given up after attempt ${attempts}: ${finish.reason}`);
  if (finish.status === 'queued') {
    const minutes = Math.round(finish.delayMs / 60_000);
    strapi.log.warn(`${name} failed at attempt ${attempts}, again in ${minutes} min: ${finish.reason}`);
  }
};

const finishTries = 5;
const finishPauseMs = 200;

/** Sends one claimed message and writes down what came of it; false where the mail server cannot be reached at all. */
const deliver = async (
  strapi: Strapi,
  claimed: Claim,
  settings: Settings,
  isStopping: IsStopping
): Promise<boolean> => {
  let isReachable = true;
  const attempted = attempt(strapi, claimed.message, settings, isStopping);
  const finish = await within(sendSecondsMax * 1000, attempted).catch((error) => {
    isReachable = judge(error) !== 'unreachable';
    return afterFailure(claimed.message, error);
  });
  report(strapi, claimed.message, finish);
  // What is not written down is sent again when the lease ends.
  const isOurs = await insist(finishTries, finishPauseMs, () => finishClaim(strapi, claimed, finish));
  if (!isOurs) {
    strapi.log.warn(`${PLUGIN}: mail ${claimed.message.documentId}: the lease ended before the attempt did`);
  }
  return isReachable;
};

interface Batch {
  messages: MailMessage[];
  /** Read with each batch: an editor may have saved other words at another instance. */
  settings: Settings;
  /** Whether there was no more than this. */
  isLast: boolean;
}

/**
 * One round: sends what is due, a few at a time, until nothing is left, the mail server cannot be reached, or
 * `isStopping`. Rounds may overlap, in one instance or in several: a message is sent by the one that claims it. Where
 * mail is switched off (`mail.enabled`), nothing is sent.
 */
export const deliverDue = async (strapi: Strapi, isStopping: IsStopping = () => false): Promise<void> => {
  if (!configOf(strapi).mail.enabled) return;
  if (strapi.db.inTransaction()) throw new Error('Mail is not sent inside a transaction');
  await endOverdue(strapi);
  let isReachable = true;

  const read = async (): Promise<Batch> => {
    const settings = await reloadSettings(strapi);
    const messages = await findDue(strapi, registeredKinds(), batchMax);
    return { messages, settings, isLast: messages.length < batchMax };
  };
  // Shared by the lanes: who finds it used up reads on, and the others wait for the same.
  let batch = read();
  const lane = async (): Promise<void> => {
    while (isReachable && !isStopping()) {
      const mine = batch;
      const { messages, settings, isLast } = await mine;
      const next = messages.shift();
      if (next === undefined && isLast) return;
      if (next === undefined) {
        if (batch === mine) batch = read();
        continue;
      }
      // Only when it is its turn: what is read ahead belongs to nobody, and is not lost with this instance.
      const claimed = await claim(strapi, next);
      if (claimed !== null && !(await deliver(strapi, claimed, settings, isStopping))) isReachable = false;
    }
  };
  // All of them, also where one fails: no attempt goes on behind the caller's back.
  const lanes = await Promise.allSettled(Array.from({ length: parallelMax }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
};
