import { locales, defaultLocale } from '../../../../contract';
import { configOf, PLUGIN, type Strapi } from '../../kernel';
import { handlerOf, registeredKinds } from './messages';
import { render } from './render';
import { claimNext, endOverdue, finishClaim, type Claim, type Finish, type MailMessage } from './repository';
import { judge, parallelMax, reasonOf, retryDelayMs, sendSecondsMax } from './rules';
import { insist, within } from './timing';
import { isMessageKind, templates } from './templates';

interface EmailService {
  send(email: { to: string; subject: string; text: string; html: string; headers: object }): Promise<unknown>;
}

/** Asked between the steps of an attempt: true once the instance stops. */
export type IsStopping = () => boolean;

const attempt = async (strapi: Strapi, message: MailMessage, isStopping: IsStopping): Promise<Finish> => {
  const handler = isMessageKind(message.kind) ? handlerOf(message.kind) : undefined;
  if (!isMessageKind(message.kind) || handler === undefined) return { status: 'released' };
  const variables = await handler.variables(strapi, message.payload ?? {});
  if (variables === 'cancel') return { status: 'cancelled' };
  const locale = locales.find((one) => one === message.language) ?? defaultLocale;
  const email = render(templates[message.kind], variables, locale);
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
const deliver = async (strapi: Strapi, claim: Claim, isStopping: IsStopping): Promise<boolean> => {
  let isReachable = true;
  const finish = await within(sendSecondsMax * 1000, attempt(strapi, claim.message, isStopping)).catch((error) => {
    isReachable = judge(error) !== 'unreachable';
    return afterFailure(claim.message, error);
  });
  report(strapi, claim.message, finish);
  // What is not written down is sent again when the lease ends.
  const isOurs = await insist(finishTries, finishPauseMs, () => finishClaim(strapi, claim, finish));
  if (!isOurs) {
    strapi.log.warn(`${PLUGIN}: mail ${claim.message.documentId}: the lease ended before the attempt did`);
  }
  return isReachable;
};

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
  const lane = async (): Promise<void> => {
    while (isReachable && !isStopping()) {
      const claim = await claimNext(strapi, registeredKinds());
      if (claim === null) return;
      if (!(await deliver(strapi, claim, isStopping))) isReachable = false;
    }
  };
  // All of them, also where one fails: no attempt goes on behind the caller's back.
  const lanes = await Promise.allSettled(Array.from({ length: parallelMax }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
};
