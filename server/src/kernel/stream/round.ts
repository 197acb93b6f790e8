import { advance, positionAfter, withoutOldGaps, type Entry, type Log, type Position } from '../log';
import type { Strapi } from '../strapi';
import type { Listener } from './listener';
import { sealPosition } from './seal';

const rowsMax = 500;
/** A transaction that is open for longer is not told. */
const gapMs = 5 * 60_000;
/** Told in one go to who comes back; the next when they have taken it. */
const missedRowsMax = 100;

const renewed = (listeners: readonly { renew(): Promise<void> }[]) =>
  Promise.all(listeners.map((listener) => listener.renew()));

/**
 * A function that reads once what is new in the log, and tells it. It answers whether there is more to be told at once. Where it
 * throws, it begins again where it was.
 */
export const createRound = <Row extends Entry>(
  strapi: Strapi,
  log: Log<Row>,
  listeners: ReadonlySet<Listener<Row>>
): (() => Promise<boolean>) => {
  let position: Position | null = null;
  const greeted = new WeakSet<Listener<Row>>();
  const those = (is: (listener: Listener<Row>) => boolean) => [...listeners].filter(is);

  /** Who is new is told from here on, or from where they say they were. */
  const greet = async (here: Position): Promise<void> => {
    const arrived = those((one) => !greeted.has(one));
    await renewed(arrived);
    for (const listener of arrived) {
      greeted.add(listener);
      // An id from beyond: the log was put back to an earlier state.
      if (listener.missed && listener.missed.last > here.last) listener.missed = null;
      if (listener.missed === null) listener.stream.send({ id: sealPosition(strapi, here) });
    }
  };

  const tell = async (from: Position, rows: readonly Row[]): Promise<Position> => {
    const isCurrent = (one: Listener<Row>) => greeted.has(one) && one.missed === null;
    await renewed(those((one) => isCurrent(one) && rows.some((row) => one.isToBeTold(row))));
    const current = those(isCurrent);
    return rows.reduce((before, row) => {
      const here = advance(before, row.id, performance.now());
      let id: string | undefined;
      for (const listener of current) listener.tell(row, () => (id ??= sealPosition(strapi, here)));
      return here;
    }, from);
  };

  /** Tells what was missed, without ids: who is cut off before the end of it is told all of it again. */
  const makeUp = async (listener: Listener<Row>, missed: Position, here: Position): Promise<void> => {
    const { subject, stream } = listener;
    const rows = await log.read(missed, { subject, upTo: here.last, max: missedRowsMax });
    await listener.renew();
    // What has filled a gap only now, everybody is told in the next round.
    const early = rows.filter(({ id }) => here.gaps.has(id));
    for (const row of rows) if (!early.includes(row)) listener.tell(row, () => null);
    const last = rows.at(-1);
    if (last === undefined || rows.length < missedRowsMax) {
      listener.missed = null;
      stream.send({ id: sealPosition(strapi, here) });
      return;
    }
    const open = [...missed.gaps.keys()].filter((gap) => gap > last.id).concat(early.map(({ id }) => id));
    listener.missed = { last: Math.max(missed.last, last.id), gaps: new Map(open.map((gap) => [gap, 0])) };
  };

  return async () => {
    const now = performance.now();
    position = withoutOldGaps(position ?? positionAfter(await log.newestIds(), now), now, gapMs);
    const rows = await log.read(position, { subject: null, max: rowsMax });
    const here = (position = await tell(position, rows));
    await greet(here);
    for (const listener of those((one) => one.missed !== null && one.stream.isDrained())) {
      if (listener.missed) await makeUp(listener, listener.missed, here);
    }
    await renewed(those((one) => one.isRenewalDue(now)));
    let id: string | undefined;
    for (const listener of listeners) listener.keepAlive(now, () => (id ??= sealPosition(strapi, here)));
    return rows.length === rowsMax || those((one) => one.missed !== null).length > 0;
  };
};
