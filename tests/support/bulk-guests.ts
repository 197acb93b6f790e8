import { setTimeout as wait } from 'node:timers/promises';
import type { BulkGuestAction, BulkGuests, GetBulkGuests, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import type { Actor } from './actors';
import { as } from './as';

type Report = ResponseOf<typeof GetBulkGuests>;

/** Asks for one thing to be done with a selection of guests. */
export const startOnGuests = (
  actor: Actor,
  action: BulkGuestAction,
  guestIds: readonly (string | null)[],
  wish: object = {}
) => as(actor).post(pathTo('StartBulkGuests'), { guestIds, action, ...wish });

/** Waits until an action is over. @returns its report, as who asked for it reads it */
export const endOnGuests = async (
  actor: Actor,
  { documentId: jobId }: Pick<BulkGuests, 'documentId'>
): Promise<Report> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const report: Report = (await as(actor).get(pathTo('GetBulkGuests', { jobId })).expect(200)).body.data;
    if (report.endedAt !== null) return report;
    if (Date.now() > deadline) throw new Error(`The action stayed ${JSON.stringify(report)}`);
    await wait(50);
  }
};

/** Does an action from its beginning to its end. */
export const doOnGuests = async (...asked: Parameters<typeof startOnGuests>): Promise<Report> =>
  endOnGuests(asked[0], (await startOnGuests(...asked).expect(200)).body.data);
