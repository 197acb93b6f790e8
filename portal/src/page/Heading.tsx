import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';

interface HeadingProps {
  readonly children: string;
  /** The heading's rank; a section's heading stands below the page's. */
  readonly level?: 1 | 2;
}

/** Whether the page has shown its first headings. Those leave the focus where the browser put it. */
let opened = false;

/**
 * The heading of what has just been opened. It names the document, and takes the focus, but for the page one came in by, so that
 * a screen reader says where one is and the next Tab goes on from there. Give it a `key` where one component shows several pages.
 */
export const Heading = ({ children, level = 1 }: HeadingProps) => {
  const { siteName } = useSession();
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const Tag = level === 1 ? 'h1' : 'h2';

  useEffect(() => {
    document.title = `${children} – ${siteName} – ${t('guestArea')}`;
  }, [children, siteName, t]);

  useEffect(() => {
    if (opened) heading.current?.focus();
    // After this round of effects: the first page may have two headings.
    else setTimeout(() => (opened = true));
  }, []);

  return (
    <Tag ref={heading} tabIndex={-1} className="heading">
      {children}
    </Tag>
  );
};
