import { createHash } from 'node:crypto';
import { severities, type Severity } from '../../../../contract';

/** What was found, without what is shown of it. */
export interface Extent {
  readonly severity: Severity;
  readonly count: number;
  readonly subjects?: readonly string[];
}

/** An extent in short, the same for the same. */
export const markOf = ({ severity, count, subjects = [] }: Extent): string =>
  createHash('sha256')
    .update(JSON.stringify([severity, count, [...subjects].sort()]))
    .digest('base64url')
    .slice(0, 22);

/** Whether somebody who left one as it was has left the other with it: no more of it, nothing else, and no worse. */
export const isCovered = (found: Extent, accepted: Extent): boolean =>
  found.count <= accepted.count &&
  severities.indexOf(found.severity) >= severities.indexOf(accepted.severity) &&
  (found.subjects ?? []).every((subject) => accepted.subjects?.includes(subject));
