import type { Readable } from 'node:stream';
import {
  createAfterCommit,
  createHub,
  transaction,
  type AfterCommit,
  type Audience,
  type Hub,
  type LogListener,
  type Strapi,
} from '../../kernel';
import type { ActivityAction, StreamEndpoint } from '../../../../contract';
import { insertActivity, lockGuest, newestIds, readActivity, type ActivityRow, type NewActivity } from './repository';

/** Streams of one guest or editor on an instance: some tabs, and those of a browser that went without a word. */
const perOwner = 6;
const inAll = 1_000;

/** Who reads the log as it grows: clients by streams, and code after each commit. */
interface Readers {
  readonly hub: Hub<ActivityRow>;
  readonly afterCommit: AfterCommit<ActivityRow>;
}

const readers = new WeakMap<Strapi, Readers>();
/** Who wants to be told before the site has started. */
const early = new WeakMap<Strapi, LogListener<ActivityRow>[]>();

const earlyOf = (strapi: Strapi): LogListener<ActivityRow>[] => {
  const listeners = early.get(strapi) ?? [];
  early.set(strapi, listeners);
  return listeners;
};

export const startReaders = async (strapi: Strapi): Promise<void> => {
  const log = {
    newestIds: () => newestIds(strapi),
    read: (...of: [Parameters<typeof readActivity>[1], Parameters<typeof readActivity>[2]]) =>
      readActivity(strapi, ...of),
  };
  const started = { hub: createHub(strapi, log, { perOwner, inAll }), afterCommit: createAfterCommit(strapi, log) };
  readers.set(strapi, started);
  for (const listener of earlyOf(strapi)) await started.afterCommit.add(listener);
};

export const stopReaders = async (strapi: Strapi): Promise<void> => {
  await readers.get(strapi)?.afterCommit.stop();
  await readers.get(strapi)?.hub.stop();
};

/**
 * The body of a stream that tells the log as it grows, to one who listens.
 * @param lastEventId of the request, empty where there is none
 * @throws 429 `too_many_requests`, 503 `streams_full`
 */
export const listen = <E extends StreamEndpoint>(
  strapi: Strapi,
  audience: Audience<E, ActivityRow>,
  lastEventId: string
): Readable => {
  const started = readers.get(strapi);
  if (started === undefined) throw new Error('The log is listened to before the site has started');
  return started.hub.open(audience, lastEventId);
};

/** Tells a listener what happens, once it is kept (`docs/decisions/0036-events-after-the-commit.md`). From `register` on. */
export const hearAfterCommit = async (strapi: Strapi, listener: LogListener<ActivityRow>): Promise<void> => {
  const started = readers.get(strapi);
  if (started) await started.afterCommit.add(listener);
  else earlyOf(strapi).push(listener);
};

export interface Happening extends Omit<NewActivity, 'details'> {
  /** Facts that explain it; never a secret. */
  details?: NewActivity['details'];
}

/** Control characters would let a name forge lines where the log is shown as text. */
const oneLine = (text: string): string => text.replace(/\p{C}+/gu, ' ').slice(0, 250);

/** They change nothing of a guest, so that no order between one of them and what goes on at the same moment is wrong. */
const notes: ReadonlySet<ActivityAction> = new Set([
  'guest.logged-in',
  'session.ended',
  'key.revealed',
  'preview.started',
  'password.reset-asked',
  'email.change-asked',
]);

/** Notes what happened, in the transaction of what caused it. What changes a guest is noted in the order of the commits. */
export const record = (strapi: Strapi, { action, guest, actor, details = {} }: Happening): Promise<void> =>
  transaction(strapi, async ({ onCommit }) => {
    if (guest !== null && !notes.has(action)) await lockGuest(strapi, guest);
    const name = actor.name === null ? null : oneLine(actor.name);
    await insertActivity(strapi, { action, guest, actor: { kind: actor.kind, name }, details });
    onCommit(() => {
      readers.get(strapi)?.hub.hasNew();
      readers.get(strapi)?.afterCommit.hasNew();
    });
  });
