import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { StreamEndpoint } from '../../../../contract';
import { failure } from '../errors';
import type { Entry, Log } from '../log';
import { reasonOf } from '../reason';
import { PLUGIN, type Strapi } from '../strapi';
import { asSystem } from '../system';
import { createBell } from '../timing';
import { createListener, type Audience, type Listener } from './listener';
import { createRound } from './round';
import { openPosition } from './seal';

export interface HubLimits {
  /** Streams at once of one guest or editor on this instance, and of all. */
  readonly perOwner: number;
  readonly inAll: number;
}

/** Told by another instance, a row is known after this at the latest. */
const pollMs = 500;
/** A rush of rows makes rounds of many, not many rounds. */
const breathMs = 200;

/** The listeners of this instance, and the one reader of the log for all of them. While nobody listens, nothing is read. */
export interface Hub<Row extends Entry> {
  /**
   * The body of a stream. @param lastEventId what the client says it was told last; a text that is none of ours begins now
   * @throws 429 `too_many_requests`, 503 `streams_full`
   */
  open<E extends StreamEndpoint>(audience: Audience<E, Row>, lastEventId: string): Readable;
  /** There is a new row: its transaction is over. */
  hasNew(): void;
  stop(): Promise<void>;
}

/** To be called outside any request, at bootstrap: in what it is called, the log is read. */
export const createHub = <Row extends Entry>(strapi: Strapi, log: Log<Row>, limits: HubLimits): Hub<Row> => {
  const outside = AsyncLocalStorage.snapshot();
  const bell = createBell();
  const listeners = new Set<Listener<Row>>();
  let isStopping = false;
  let running: Promise<void> | null = null;

  const requireRoom = (owner: string): void => {
    const own = [...listeners].filter((one) => one.owner === owner).length;
    if (own >= limits.perOwner) throw failure('too_many_requests', 'You have too many open streams already.');
    if (isStopping || listeners.size >= limits.inAll)
      throw failure('streams_full', 'The site has too many open streams. Please try again later.');
  };

  const run = async (): Promise<void> => {
    const round = createRound(strapi, log, listeners);
    let isInTrouble = false;
    while (listeners.size > 0 && !isStopping) {
      try {
        if (await asSystem(round)) bell.ring();
        isInTrouble = false;
      } catch (error) {
        if (!isInTrouble) strapi.log.error(`${PLUGIN}: streams wait for the activity log: ${reasonOf(error)}`);
        isInTrouble = true;
      }
      await pause(breathMs, undefined, { ref: false });
      await bell.wait(pollMs);
    }
    running = null;
  };

  return {
    open(audience, lastEventId) {
      requireRoom(audience.owner);
      const missed = lastEventId === '' ? null : openPosition(strapi, lastEventId, performance.now());
      const listener = createListener(strapi, audience, missed);
      const { body } = listener.stream;
      listeners.add(listener);
      body.once('close', () => listeners.delete(listener));
      bell.ring();
      running ??= outside(run);
      return body;
    },
    hasNew: () => bell.ring(),
    async stop() {
      isStopping = true;
      for (const { stream } of listeners) stream.body.destroy();
      bell.ring();
      await running;
    },
  };
};
