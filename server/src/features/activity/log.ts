import type { Readable } from 'node:stream';
import { createHub, type Audience, type Hub, type Strapi } from '../../kernel';
import type { StreamEndpoint } from '../../../../contract';
import { insertActivity, newestIds, readActivity, type ActivityRow, type NewActivity } from './repository';

/** Streams of one guest or editor on an instance: some tabs, and those of a browser that went without a word. */
const perOwner = 6;
const inAll = 1_000;

const hubs = new WeakMap<Strapi, Hub<ActivityRow>>();

const hubOf = (strapi: Strapi): Hub<ActivityRow> => {
  const hub = hubs.get(strapi);
  if (hub === undefined) throw new Error('The log is listened to before the site has started');
  return hub;
};

export const startHub = (strapi: Strapi): void => {
  const log = {
    newestIds: () => newestIds(strapi),
    read: (...of: [Parameters<typeof readActivity>[1], Parameters<typeof readActivity>[2]]) =>
      readActivity(strapi, ...of),
  };
  hubs.set(strapi, createHub(strapi, log, { perOwner, inAll }));
};

export const stopHub = async (strapi: Strapi): Promise<void> => hubs.get(strapi)?.stop();

/**
 * The body of a stream that tells the log as it grows, to one who listens.
 * @param lastEventId of the request, empty where there is none
 * @throws 429 `too_many_requests`, 503 `streams_full`
 */
export const listen = <E extends StreamEndpoint>(
  strapi: Strapi,
  audience: Audience<E, ActivityRow>,
  lastEventId: string
): Readable => hubOf(strapi).open(audience, lastEventId);

export interface Happening extends Omit<NewActivity, 'details'> {
  /** Facts that explain it; never a secret. */
  details?: NewActivity['details'];
}

/** Control characters would let a name forge lines where the log is shown as text. */
const oneLine = (text: string): string => text.replace(/\p{C}+/gu, ' ').slice(0, 250);

/** Notes what happened, in the transaction of what caused it. */
export const record = async (strapi: Strapi, { action, guest, actor, details = {} }: Happening): Promise<void> => {
  const name = actor.name === null ? null : oneLine(actor.name);
  await insertActivity(strapi, { action, guest, actor: { kind: actor.kind, name }, details });
  await hubs.get(strapi)?.hasNew();
};
