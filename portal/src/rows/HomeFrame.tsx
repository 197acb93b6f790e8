import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { labelIn } from '../../../contract/constants';
import { useLanguage } from '../language/LanguageProvider';
import { Heading } from '../page/Heading';
import { useAccess } from '../session/RequireSession';
import { colleaguesPath, sectionPath } from '../page/sectionPath';

interface HomeFrameProps {
  /** The path of what is shown; null for a guest who was given nothing. */
  readonly current: string | null;
  /** Whether the address names no section: the page's own heading is then what has been opened. */
  readonly isStart?: boolean;
  readonly children: ReactNode;
}

/** "Mes accès" with the list of what the guest was given, around the one that is shown. */
export const HomeFrame = ({ current, isStart = false, children }: HomeFrameProps) => {
  const { t, locale } = useLanguage();
  const { sections, colleagues } = useAccess();
  const nav = useRef<HTMLElement>(null);
  const links = [
    ...sections.map(({ key, labels }) => ({ path: sectionPath(key), label: labelIn(labels, locale) })),
    ...(colleagues.length > 0 ? [{ path: colleaguesPath, label: t('colleagues.title') }] : []),
  ];

  // On a phone the sections stand in one row that scrolls: the chosen one must be in sight.
  useEffect(() => {
    nav.current?.querySelector('.current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);

  return (
    <div className="home">
      <Heading key={isStart ? 'start' : 'section'}>{t('home.title')}</Heading>
      <div className={links.length > 0 ? 'sections' : undefined}>
        {links.length > 0 && (
          <nav ref={nav} className="section-nav" aria-label={t('home.sections')}>
            <ul>
              {links.map(({ path, label }) => (
                <li key={path}>
                  <Link
                    to={path}
                    aria-current={path === current ? 'page' : undefined}
                    className={path === current ? 'current' : undefined}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {children}
      </div>
    </div>
  );
};
