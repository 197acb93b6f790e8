import { AsyncLocalStorage } from 'node:async_hooks';
import { asSystem, currentContext, now, PLUGIN, reasonOf, type Strapi } from '../../kernel';
import { recordAll, type Happening } from './log';

/** What happens often, and concerns nobody's rights: noted behind the answer, and once for many times. */
export interface Notice extends Pick<Happening, 'action' | 'guest' | 'row'> {
  readonly actor: Happening['actor'];
  /** Within this time it is one line; the next one begins after it. */
  readonly everyMs: number;
  /** Whether it is noted at the end of that time how often it happened again. */
  readonly counts: boolean;
}

interface Recent {
  readonly notice: Happening;
  readonly until: number;
  readonly counts: boolean;
  again: number;
}

/** Written down so soon after the first of them: an instance that dies loses what this second brought. */
const flushMs = 1_000;
/** How often it is looked whether something's time is over. */
const sweepMs = 60_000;
/** What is remembered, and what waits to be written: a flood fills no memory. */
const recentMax = 20_000;
const waitingMax = 5_000;

interface Notices {
  note(notice: Notice): void;
  stop(): Promise<void>;
}

const createNotices = (strapi: Strapi): Notices => {
  const outside = AsyncLocalStorage.snapshot();
  const recent = new Map<string, Recent>();
  let waiting: Happening[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    await asSystem(() => recordAll(strapi, batch)).catch((error: unknown) =>
      strapi.log.warn(`${PLUGIN}: ${batch.length} lines of the trail were not written: ${reasonOf(error)}`)
    );
  };
  const flush = (): void => {
    timer = null;
    writing = writing.then(write);
  };
  const add = (happening: Happening): void => {
    if (waiting.length >= waitingMax) return;
    waiting.push(happening);
    timer ??= outside(() => setTimeout(flush, flushMs).unref());
  };
  const close = (key: string, { notice, counts, again }: Recent): void => {
    recent.delete(key);
    if (counts && again > 0) add({ ...notice, at: now().getTime(), details: { count: again } });
  };
  const sweep = (all: boolean): void => {
    const at = now().getTime();
    for (const [key, one] of recent) if (all || one.until <= at) close(key, one);
  };
  const sweeping = outside(() => setInterval(() => sweep(false), sweepMs).unref());

  return {
    note: ({ everyMs, counts, ...said }) => {
      const ip = currentContext(strapi)?.ip ?? null;
      const key = [said.action, said.guest, said.row?.uid, said.row?.documentId, counts ? ip : null].join(' ');
      const at = now().getTime();
      const known = recent.get(key);
      if (known !== undefined && known.until > at) {
        known.again += 1;
        return;
      }
      if (known !== undefined) close(key, known);
      const [oldest] = recent;
      if (recent.size >= recentMax && oldest !== undefined) close(...oldest);
      const notice = { ...said, at, ip };
      recent.set(key, { notice, until: at + everyMs, counts, again: 0 });
      add({ ...notice, ...(counts && { details: { count: 1 } }) });
    },
    stop: async () => {
      clearInterval(sweeping);
      sweep(true);
      if (timer) clearTimeout(timer);
      flush();
      await writing;
    },
  };
};

const started = new WeakMap<Strapi, Notices>();

export const startNotices = (strapi: Strapi): void => void started.set(strapi, createNotices(strapi));

export const stopNotices = async (strapi: Strapi): Promise<void> => started.get(strapi)?.stop();

/** Notes something that happens often. Costs the request no query. */
export const notice = (strapi: Strapi, what: Notice): void => started.get(strapi)?.note(what);
