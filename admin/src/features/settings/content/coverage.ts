import { coverageVerdicts, waysIn } from '../../../../../contract';
import type { CoverageVerdict, GetCoverage, ResponseOf, WayIn } from '../../../../../contract';
import type { Tone } from '../../../kernel/ui/Tag';

export type Coverage = ResponseOf<typeof GetCoverage>;
export type Finding = Coverage['rows'][number];

/** How often each verdict was found on one way into a content type: a relation is a way of its own. */
export type Tally = readonly { verdict: CoverageVerdict; count: number }[];

export interface TypeCoverage {
  contentType: string;
  ways: ReadonlyMap<WayIn, Tally>;
}

/** The worst first. */
const bySeverity = [...coverageVerdicts].reverse();

const tally = (findings: readonly Finding[]): Tally =>
  bySeverity
    .map((verdict) => ({ verdict, count: findings.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0);

/** What was found as a table: a line for each content type, a column for each way in. */
export const byType = (rows: readonly Finding[]): TypeCoverage[] =>
  [...new Set(rows.map(({ contentType }) => contentType))].map((contentType) => ({
    contentType,
    ways: new Map(
      waysIn.map((way) => [way, tally(rows.filter((one) => one.contentType === contentType && one.way === way))])
    ),
  }));

export const toneOf: Record<CoverageVerdict, Tone> = {
  covered: 'good',
  empty: 'neutral',
  absent: 'neutral',
  open: 'bad',
};
