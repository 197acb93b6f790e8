import type * as React from 'react';

/** Strapi's icons have *play* and no *pause*. */
export const PauseIcon = (props: React.SVGProps<SVGSVGElement>) => (
  <svg viewBox="0 0 32 32" width={16} height={16} fill="currentColor" {...props}>
    <path d="M8 6h5v20H8zM19 6h5v20h-5z" />
  </svg>
);
