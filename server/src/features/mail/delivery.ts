import { defaultLocale, type Settings } from '../../../../contract';
import {
  backoffMs,
  configOf,
  createOutcomes,
  createSupply,
  insist,
  isInTransaction,
  PLUGIN,
  reasonOf,
  sendEmail,
  within,
  type Strapi,
} from '../../kernel';
import { reloadSettings } from '../settings';
import { handlerOf, registeredKinds } from './messages';
import { localeOf, lookOf, wordingOf } from './overrides';
import { render } from './render';
import { zoneFor } from './readers';
import { claimDue, endOverdue, finishClaimed, type Finish, type MailMessage } from './repository';
import { claimMax, judge, parallelMax, retrySeconds, sendSecondsMax, waitSecondsMax } from './rules';
import { senderOf } from './sender';
import { isMessageKind, templates } from './templates';

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
  const variables = await handler.variables(strapi, message.payload ?? {}, message.toAddress);
  if (variables === 'cancel') return { status: 'cancelled' };
  const locale = localeOf(message.language) ?? defaultLocale;
  const { wording, isFaulty } = wordingOf(settings, message.kind, locale);
  if (isFaulty) {
    strapi.log.warn(
      `${PLUGIN}: the site's own words of the mail ${message.kind} (${locale}) are faulty, so the plugin's are sent`
    );
  }
  const reader = { locale, timeZone: await zoneFor(strapi, settings, message.payload ?? {}) };
  const email = render(templates[message.kind], variables, reader, lookOf(strapi, settings), wording);
  if (isStopping()) return { status: 'released' };
  const headers = { 'Message-ID': message.messageId };
  await sendEmail(strapi, { ...senderOf(strapi), to: message.toAddress, ...email, headers });
  return { status: 'sent' };
};

const afterFailure = (message: MailMessage, error: unknown): Finish => {
  const reason = reasonOf(error);
  const delayMs = judge(error) === 'refused' ? null : backoffMs(retrySeconds, message.attempts, Math.random());
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

/** A database may end a claim because of others who write at the same time. */
const claimTries = 3;
const claimPauseMs = 50;

/** A message that is this worker's, and what it is sent by. */
interface Claimed {
  readonly token: string;
  readonly message: MailMessage;
  /** Read with each claim: an editor may have saved other words at another instance. */
  readonly settings: Settings;
}

const claim = async (strapi: Strapi): Promise<Claimed[]> => {
  const settings = await reloadSettings(strapi);
  const take = () => claimDue(strapi, registeredKinds(), claimMax);
  const { token, messages } = await insist(claimTries, claimPauseMs, take);
  return messages.map((message) => ({ token, message, settings }));
};

/**
 * One round: sends what is due, a few at a time, until nothing is left, the mail server cannot be reached, or
 * `isStopping`. Rounds may overlap, in one instance or in several: a message is sent by the one that claims it. Where
 * mail is switched off (`mail.enabled`), nothing is sent.
 */
export const deliverDue = async (strapi: Strapi, isStopping: IsStopping = () => false): Promise<void> => {
  if (!configOf(strapi).mail.enabled) return;
  if (isInTransaction(strapi)) throw new Error('Mail is not sent inside a transaction');
  await endOverdue(strapi);
  let isReachable = true;
  const outcomes = createOutcomes<Finish>(strapi, (claimed, finish) => finishClaimed(strapi, claimed, finish));
  const note = ({ token, message }: Claimed, finish: Finish): void =>
    outcomes.add({ token, id: message.id, name: `mail ${message.documentId}`, finish });
  const supply = createSupply<Claimed>({
    claim: () => claim(strapi),
    waitMsMax: waitSecondsMax * 1000,
    giveBack: (items) => items.forEach((item) => note(item, { status: 'released' })),
  });

  const deliver = async (item: Claimed): Promise<void> => {
    const { message, settings } = item;
    const attempted = within(sendSecondsMax * 1000, attempt(strapi, message, settings, isStopping));
    const finish = await attempted.catch((error: unknown) => {
      if (judge(error) === 'unreachable') isReachable = false;
      return afterFailure(message, error);
    });
    report(strapi, message, finish);
    note(item, finish);
  };
  const lane = async (): Promise<void> => {
    while (isReachable && !isStopping()) {
      const item = await supply.next();
      if (item === null) return;
      await deliver(item);
    }
  };
  // All of them, also where one fails: no attempt goes on behind the caller's back.
  const lanes = await Promise.allSettled(Array.from({ length: parallelMax }, lane));
  await supply.close();
  await outcomes.close();
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
};
