import type { FindingExample, FindingId, Permission, PosturePage, Settings, Severity } from '../../../../contract';
import type { PanelCaller, Strapi } from '../../kernel';

/** What a finding looks with. What it finds must not depend on who asks; only what is named of it does. */
export interface Look {
  readonly strapi: Strapi;
  readonly settings: Settings;
  readonly at: Date;
  readonly caller: PanelCaller;
}

export interface Found {
  readonly severity: Severity;
  readonly count: number;
  /**
   * What it is about, each thing by a name of its own that is good for ever, where it can be listed: once accepted, a finding comes back as
   * another thing joins. Left out where there may be thousands; then it comes back as their number grows.
   */
  readonly subjects?: readonly string[];
  readonly examples: readonly FindingExample[];
}

export type Repair =
  | {
      readonly kind: 'do';
      /** What it takes beside `posture.manage`. */
      readonly permission: Permission;
      readonly asksDays?: true;
      /** Takes away what was found. In a transaction. @returns how many it was */
      readonly run: (look: Look, days: number) => Promise<number>;
    }
  | { readonly kind: 'open'; readonly page: PosturePage }
  | { readonly kind: 'advice' };

/** One thing that is looked for. Another one is a file beside these, its id in the contract, its words in the panel. */
export interface Finding {
  readonly id: FindingId;
  /** Null where all is well. What cannot be found out is thrown: it counts as unknown. */
  readonly look: (look: Look) => Promise<Found | null>;
  readonly repair: Repair;
}

const bare: FindingExample = { name: null, labels: null, facts: [], at: null, page: null, pageId: null };

/** An example with what is known of it. */
export const example = (known: Partial<FindingExample>): FindingExample => ({ ...bare, ...known });

/** Things that can be listed, as a finding; null where there are none. */
export const foundList = <Thing>(
  things: readonly Thing[],
  severity: Severity,
  {
    subjectsOf,
    exampleOf,
  }: { subjectsOf: (thing: Thing) => readonly string[]; exampleOf: (thing: Thing) => FindingExample }
): Found | null =>
  things.length === 0
    ? null
    : { severity, count: things.length, subjects: things.flatMap(subjectsOf), examples: things.map(exampleOf) };
