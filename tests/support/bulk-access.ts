import { setTimeout as wait } from 'node:timers/promises';
import type { BulkAccess, GetBulkAccess, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import type { Actor } from './actors';
import { as } from './as';

type Report = ResponseOf<typeof GetBulkAccess>;

/** Asks for a bulk action that does all there is: grants, keys and mails. */
export const startBulk = (actor: Actor, contactIds: readonly string[], wish: object = {}) =>
  as(actor).post(pathTo('StartBulkAccess'), {
    contactIds,
    grants: { resources: [], accessTypes: ['tasks'] },
    issueKeys: true,
    mailKeys: 'new',
    ...wish,
  });

/** Waits until an action is over. @returns its report, as who asked for it reads it */
export const endOfBulk = async (
  actor: Actor,
  { documentId: jobId }: Pick<BulkAccess, 'documentId'>
): Promise<Report> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const report: Report = (await as(actor).get(pathTo('GetBulkAccess', { jobId })).expect(200)).body.data;
    if (report.endedAt !== null) return report;
    if (Date.now() > deadline) throw new Error(`The action stayed ${JSON.stringify(report)}`);
    await wait(50);
  }
};

/** Does an action from its beginning to its end. */
export const doBulk = async (actor: Actor, contactIds: readonly string[], wish: object = {}): Promise<Report> =>
  endOfBulk(actor, (await startBulk(actor, contactIds, wish).expect(200)).body.data);
