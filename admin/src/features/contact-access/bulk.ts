import type { bulkOutcomes } from '../../../../contract/contact-access';
import { callApi } from '../../kernel/api';
import { grantsOf, type GrantsDraft } from '../../kernel/grants';

/** How many contacts go in one request: few enough that the bar moves and "stop" is heard soon. */
const batchSize = 100;

export type BulkOutcome = (typeof bulkOutcomes)[number];

export interface BulkProgress {
  done: number;
  total: number;
  counts: Record<BulkOutcome, number>;
}

export const noProgress = (total: number): BulkProgress => ({
  done: 0,
  total,
  counts: { created: 0, extended: 0, 'unknown-contact': 0 },
});

/**
 * Grants the selection batch by batch, telling after each how far it is. Stops before the next batch where `signal` is
 * aborted; what is done stays done.
 *
 * @throws ApiError of the batch that failed.
 */
export const grantInBulk = async (
  contactIds: readonly string[],
  grants: GrantsDraft,
  tell: (progress: BulkProgress) => void,
  signal: AbortSignal
): Promise<void> => {
  let progress = noProgress(contactIds.length);
  for (let start = 0; start < contactIds.length && !signal.aborted; start += batchSize) {
    const batch = contactIds.slice(start, start + batchSize);
    const { results } = await callApi('GrantAccessInBulk', { body: { contactIds: batch, ...grantsOf(grants) } });
    const counts = { ...progress.counts };
    for (const { outcome } of results) counts[outcome] += 1;
    progress = { ...progress, done: progress.done + batch.length, counts };
    tell(progress);
  }
};
