import type { EventOf, StreamEndpoint } from '../../../../contract';
import { heldToContract } from '../answers';
import type { Entry, Position } from '../log';
import type { Strapi } from '../strapi';
import { createEventStream, type EventStream } from './event-stream';

/** One who listens: what they may hear, and who they are by now. */
export interface Audience<E extends StreamEndpoint, Row extends Entry> {
  readonly endpoint: E;
  /** By what it is counted how often they listen. */
  readonly owner: string;
  /** Of whom alone they are told; null where it is of everybody. */
  readonly subject: string | null;
  /** How often it is asked whether they may still listen while there is nothing to tell, in milliseconds. */
  readonly renewEveryMs: number;
  /**
   * Looks up who they are by now. Asked before anything is told, and now and then.
   * @param tell for what is new of themselves
   * @returns whether they may still listen
   */
  renew(tell: (event: EventOf<E>) => void): Promise<boolean>;
  /** What they are told of a row; null where it is nothing. It does not read: the row, and what `renew` found, decide. */
  present(row: Row): EventOf<E> | null;
}

/** One who listens, as the hub knows them. */
export interface Listener<Row extends Entry> {
  readonly owner: string;
  readonly subject: string | null;
  readonly stream: EventStream;
  /** Up to where they were told, while rows between there and the hub are still to be told; else null. */
  missed: Position | null;
  isToBeTold(row: Row): boolean;
  tell(row: Row, id: () => string | null): void;
  /** Asks again who they are, and ends the stream of who may not listen any more. */
  renew(): Promise<void>;
  isRenewalDue(now: number): boolean;
  /**
   * Sends something to who was sent nothing for long, so that nobody on the way takes the connection for dead; and cuts off who has
   * not taken the last of it yet.
   */
  keepAlive(now: number, id: () => string): void;
}

/** More than this unread, and a reader is cut off. */
const bufferBytesMax = 64 * 1024;
const keepAliveMs = 20_000;
const retryMs = 3_000;

export const createListener = <E extends StreamEndpoint, Row extends Entry>(
  strapi: Strapi,
  audience: Audience<E, Row>,
  missed: Position | null
): Listener<Row> => {
  const { endpoint, owner, subject } = audience;
  const stream = createEventStream(bufferBytesMax);
  let sentAt = performance.now();
  let renewedAt = -Infinity;

  /** @throws where the event is not what the contract says */
  const held = ({ name, data }: EventOf<E>): { name: string; data: unknown } => {
    const response = endpoint.events[name];
    if (response === undefined) throw new Error(`${endpoint.name} has no event ${name}`);
    return { name, data: heldToContract(strapi, { name: endpoint.name, response }, data) };
  };

  const send = (event: { name: string; data: unknown }, id: string | null): void => {
    sentAt = performance.now();
    stream.send({ id, event });
  };

  /** A fault in what one is to be told ends their stream, and nobody else's. */
  const presented = (row: Row): { name: string; data: unknown } | null => {
    try {
      const event = audience.present(row);
      return event && held(event);
    } catch (error) {
      stream.body.destroy(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  };

  // The headers go out with the first block.
  stream.send({ retryMs });
  return {
    owner,
    subject,
    stream,
    missed,
    isToBeTold: (row) => presented(row) !== null,
    tell(row, id) {
      const event = presented(row);
      if (event !== null) send(event, id());
    },
    async renew() {
      if (stream.body.destroyed) return;
      renewedAt = performance.now();
      if (await audience.renew((event) => send(held(event), null))) return;
      stream.end({ event: { name: 'end', data: {} } });
    },
    isRenewalDue: (now) => now - renewedAt >= audience.renewEveryMs,
    keepAlive(now, id) {
      if (now - sentAt < keepAliveMs) return;
      sentAt = now;
      if (stream.isDrained()) stream.send({ id: id() });
      else stream.body.destroy();
    },
  };
};
