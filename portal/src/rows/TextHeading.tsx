import type { ReactNode } from 'react';

interface TextHeadingProps {
  /** 1 to 6, as it was written. */
  readonly level: number;
  readonly children: ReactNode;
}

/**
 * A heading in somebody's text. People choose levels by their looks and leave some out, so the looks are kept, and to a
 * screen reader all of them are one level below the page's own.
 */
export const TextHeading = ({ level, children }: TextHeadingProps) => (
  <h2 className={`text-heading level-${Math.min(6, Math.max(1, Math.trunc(level)))}`}>{children}</h2>
);
