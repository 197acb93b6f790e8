import { asSystem, transaction, type Strapi } from '../../kernel';
import { record } from '../activity';
import { reloadSettings } from '../settings';
import { dropOldest } from './repository';
import { sealSome } from './seal';

const dayMs = 24 * 3_600_000;
const linesAStep = 5_000;

/** Takes away the lines whose time is over, some at a time, so that nobody waits for it; each step says in the trail how far it went. */
export const purgeTrail = (strapi: Strapi, at: Date): Promise<void> =>
  asSystem(async () => {
    const { days } = (await reloadSettings(strapi)).trail;
    const before = at.getTime() - days * dayMs;
    while ((await sealSome(strapi)) > 0);
    let count: number;
    do {
      count = await transaction(strapi, async () => {
        const dropped = await dropOldest(strapi, before, linesAStep);
        if (dropped.count > 0)
          await record(strapi, {
            action: 'trail.purged',
            guest: null,
            actor: { kind: 'system', name: null },
            details: { count: dropped.count, upTo: dropped.place },
          });
        return dropped.count;
      });
    } while (count === linesAStep);
  });
