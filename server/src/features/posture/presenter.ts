import { examplesMax, type Finding as Presented } from '../../../../contract';
import type { Finding, Found, Repair } from './finding';
import type { Accepted } from './repository';
import { isCovered, markOf } from './rules';

const presentRepair = (repair: Repair): Presented['repair'] => ({
  kind: repair.kind,
  permission: repair.kind === 'do' ? repair.permission : null,
  asksDays: repair.kind === 'do' && repair.asksDays === true,
  page: repair.kind === 'open' ? repair.page : null,
});

const presentAcceptance = (found: Found, accepted: Accepted | undefined): Presented['acceptance'] =>
  accepted !== undefined && isCovered(found, accepted)
    ? { reason: accepted.reason, byName: accepted.editorName, at: new Date(accepted.at).toISOString() }
    : null;

/** A finding as the page shows it. */
export const presentFinding = (
  { id, repair }: Pick<Finding, 'id' | 'repair'>,
  found: Found,
  accepted: Accepted | undefined
): Presented => ({
  id,
  severity: found.severity,
  count: found.count,
  examples: found.examples.slice(0, examplesMax),
  repair: presentRepair(repair),
  mark: markOf(found),
  acceptance: presentAcceptance(found, accepted),
});
