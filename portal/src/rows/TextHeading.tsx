import { createElement, type ReactNode } from 'react';

interface TextHeadingProps {
  /** 1 to 6, as it was written. */
  readonly level: number;
  readonly children: ReactNode;
}

/** A heading in somebody's text: below that of the page, which is the only first one. */
export const TextHeading = ({ level, children }: TextHeadingProps) => {
  const below = Math.min(6, Math.max(2, Math.trunc(level) + 1));
  return createElement(`h${below}`, { className: `text-heading level-${below}` }, children);
};
