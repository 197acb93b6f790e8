import type { Readable } from 'node:stream';
import {
  createAfterCommit,
  createHub,
  currentContext,
  currentPanelCaller,
  now,
  transaction,
  type AfterCommit,
  type Audience,
  type Hub,
  type LogListener,
  type Strapi,
} from '../../kernel';
import type { ActivityAction, StreamEndpoint } from '../../../../contract';
import { keptAddress, type KeptAddress } from './address';
import { insertActivities, lockGuest, newestIds, readActivity, type ActivityRow, type NewActivity } from './repository';

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

export interface Happening
  extends Pick<NewActivity, 'action' | 'guest'>, Partial<Pick<NewActivity, 'contact' | 'row' | 'at'>> {
  readonly actor: Pick<NewActivity['actor'], 'kind' | 'name'>;
  /** Facts that explain it; never a secret. */
  readonly details?: NewActivity['details'];
  /** Where whoever did it was, where that is not the request that is being answered; an address as it is. */
  readonly ip?: string | null;
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
  'entrance.refused',
  'list.seen',
  'row.seen',
  'row.created',
  'row.updated',
  'row.deleted',
]);

/** How much of an address is kept; the settings, which come after the log, say so. */
let shortened: AddressPolicy = () => Promise.resolve('network');
type AddressPolicy = (strapi: Strapi) => Promise<KeptAddress>;
export const provideAddressPolicy = (policy: AddressPolicy): void => {
  shortened = policy;
};

const toRow = async (strapi: Strapi, happening: Happening): Promise<NewActivity> => {
  const { action, guest, actor, contact = null, row = null, at = now().getTime(), details = {} } = happening;
  const ip = happening.ip === undefined ? (currentContext(strapi)?.ip ?? null) : happening.ip;
  const doers = { guest, editor: currentPanelCaller(strapi)?.documentId ?? null, system: null };
  const name = actor.name === null ? null : oneLine(actor.name);
  return {
    ...{ action, guest, contact, row, at, details },
    actor: { kind: actor.kind, name, documentId: doers[actor.kind] },
    address: ip === null ? null : keptAddress(ip, await shortened(strapi)),
  };
};

const noteAll = async (strapi: Strapi, happenings: readonly Happening[]): Promise<void> =>
  transaction(strapi, async ({ onCommit }) => {
    for (const { action, guest } of happenings)
      if (guest !== null && !notes.has(action)) await lockGuest(strapi, guest);
    await insertActivities(strapi, await Promise.all(happenings.map((one) => toRow(strapi, one))));
    onCommit(() => {
      readers.get(strapi)?.hub.hasNew();
      readers.get(strapi)?.afterCommit.hasNew();
    });
  });

/** Notes what happened, in the transaction of what caused it. What changes a guest is noted in the order of the commits. */
export const record = (strapi: Strapi, happening: Happening): Promise<void> => noteAll(strapi, [happening]);

/** The same for several things at once. */
export const recordAll = (strapi: Strapi, happenings: readonly Happening[]): Promise<void> =>
  happenings.length === 0 ? Promise.resolve() : noteAll(strapi, happenings);
