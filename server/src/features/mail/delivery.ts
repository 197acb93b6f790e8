import { defaultLocale, type Settings } from '../../../../contract';
import { configOf, insist, isInTransaction, PLUGIN, reasonOf, sendEmail, within, type Strapi } from '../../kernel';
import { reloadSettings } from '../settings';
import { handlerOf, registeredKinds } from './messages';
import { localeOf, lookOf, wordingOf } from './own-words';
import { render } from './render';
import { createNotes } from './notes';
import { zoneFor } from './readers';
import { claimDue, endOverdue, finishClaimed, type Claim, type Finish, type MailMessage } from './repository';
import { claimMax, judge, parallelMax, retryDelayMs, sendSecondsMax, waitSecondsMax } from './rules';
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
/** A database may end a claim because of others who write at the same time. */
const claimTries = 3;
const claimPauseMs = 50;

interface Outcome {
  token: string;
  message: MailMessage;
  finish: Finish;
}

/** What is the same for all of them is written in one go. */
const grouped = (outcomes: readonly Outcome[]): Outcome[][] => {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = `${outcome.token} ${JSON.stringify(outcome.finish)}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()];
};

/** Writes outcomes down. What cannot be written is sent again when the lease ends. */
const write = async (strapi: Strapi, outcomes: readonly Outcome[]): Promise<void> => {
  for (const group of grouped(outcomes)) {
    const [{ token, finish } = {}] = group;
    if (token === undefined || finish === undefined) continue;
    const ids = group.map(({ message }) => message.id);
    const name = `${PLUGIN}: mail ${group.map(({ message }) => message.documentId).join(', ')}`;
    const written = insist(finishTries, finishPauseMs, () => finishClaimed(strapi, token, ids, finish));
    await written.then(
      (changed) => changed < ids.length && strapi.log.warn(`${name}: the lease ended before the attempt did`),
      (error: unknown) => strapi.log.error(`${name}: the outcome could not be written: ${reasonOf(error)}`)
    );
  }
};

interface Batch extends Claim {
  /** Read with each batch: an editor may have saved other words at another instance. */
  settings: Settings;
  claimedAt: number;
  /** Whether there was nothing else. */
  isLast: boolean;
}

const takeBatch = async (strapi: Strapi): Promise<Batch> => {
  const settings = await reloadSettings(strapi);
  const claimedAt = performance.now();
  const claim = await insist(claimTries, claimPauseMs, () => claimDue(strapi, registeredKinds(), claimMax));
  return { ...claim, settings, claimedAt, isLast: claim.messages.length === 0 };
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
  const notes = createNotes<Outcome>((outcomes) => write(strapi, outcomes));

  const deliver = async ({ token, settings, claimedAt }: Batch, message: MailMessage): Promise<void> => {
    const isLate = performance.now() - claimedAt > waitSecondsMax * 1000;
    const attempted: Promise<Finish> = isLate
      ? Promise.resolve({ status: 'released' })
      : within(sendSecondsMax * 1000, attempt(strapi, message, settings, isStopping));
    const finish = await attempted.catch((error: unknown) => {
      if (judge(error) === 'unreachable') isReachable = false;
      return afterFailure(message, error);
    });
    report(strapi, message, finish);
    notes.add({ token, message, finish });
  };

  // Shared by the lanes: who finds it used up takes the next, and the others wait for the same.
  let batch = takeBatch(strapi);
  const lane = async (): Promise<void> => {
    while (isReachable && !isStopping()) {
      const mine = batch;
      const taken = await mine;
      if (taken.isLast) return;
      const message = taken.messages.shift();
      if (message !== undefined) await deliver(taken, message);
      else if (batch === mine) batch = takeBatch(strapi);
    }
  };
  // All of them, also where one fails: no attempt goes on behind the caller's back.
  const lanes = await Promise.allSettled(Array.from({ length: parallelMax }, lane));
  const { token, messages } = await batch.catch((): Claim => ({ token: '', messages: [] }));
  for (const message of messages) notes.add({ token, message, finish: { status: 'released' } });
  await notes.close();
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
};
