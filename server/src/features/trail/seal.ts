import { randomBytes } from 'node:crypto';
import { databaseNow, inTransaction, keepRecurring, registerJob, type JobKind, type Strapi } from '../../kernel';
import type { ActivityRow } from '../activity';
import { factsOf, hashOf, noHash, type Link } from './chain';
import { headOf, insertLinks, looseLines } from './repository';
import { tellWhereAsked } from './webhooks';

const everyMs = 60_000;
const linesAStep = 500;

const linkAfter = (strapi: Strapi, before: Link | null, line: ActivityRow): Link => {
  const salt = randomBytes(16).toString('hex');
  const place = (before?.place ?? 0) + 1;
  const facts = factsOf(strapi, salt, line);
  const hash = hashOf(strapi, before?.hash ?? noHash, { place, facts }, line);
  return { place, line: line.id, salt, facts, hash };
};

/** Puts lines at the end of the chain, some at a time. @returns how many. Of two instances that do it at once one fails. */
export const sealSome = (strapi: Strapi): Promise<number> =>
  inTransaction(strapi, async () => {
    const lines = await looseLines(strapi, linesAStep);
    const links: Link[] = [];
    let last = await headOf(strapi);
    for (const line of lines) {
      last = linkAfter(strapi, last, line);
      links.push(last);
    }
    if (links.length > 0) await insertLinks(strapi, links);
    return links.length;
  });

/** Lines are sealed behind their commit: a chain that every change of a guest waited for would let one through at a time. */
const sealing: JobKind<null, null> = {
  name: 'trail.seal',
  input: () => null,
  step: () => null,
  nextAt: (after) => new Date(after.getTime() + everyMs),
  run: async (strapi, job) => {
    await tellWhereAsked(strapi);
    let count: number;
    do {
      count = 0;
      await job.step(async () => {
        count = await sealSome(strapi);
      });
    } while (count === linesAStep);
  },
};

export const registerSealing = (): void => registerJob(sealing);

export const startSealing = async (strapi: Strapi): Promise<void> =>
  keepRecurring(strapi, sealing, (await databaseNow(strapi)) + everyMs);
