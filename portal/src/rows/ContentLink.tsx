import type { ReactNode } from 'react';
import { safeUrl } from './media';

interface ContentLinkProps {
  readonly url: unknown;
  readonly children: ReactNode;
}

/** A link that somebody wrote into the site's content; the words alone where its address is none that a link may have. */
export const ContentLink = ({ url, children }: ContentLinkProps) => {
  const href = safeUrl(url);
  if (href === null) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
};
