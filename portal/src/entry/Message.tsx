import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { Card } from '../page/Card';
import { useSession } from '../session/SessionProvider';

/** A page to go on to. */
export interface Way {
  readonly path: string;
  readonly label: MessageKey;
}

export const toLogin: Way = { path: '/login', label: 'toLogin' };

interface MessageProps {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly ways?: readonly Way[];
  /** What can be done here, before the ways on. */
  readonly children?: ReactNode;
}

/** A page that says what has happened, and what to do next. */
export const Message = ({ title, text, ways = [], children }: MessageProps) => {
  const { t } = useLanguage();
  const { siteName } = useSession();
  return (
    <Card title={t(title)}>
      <p>{t(text, { site: siteName })}</p>
      {children}
      {ways.length > 0 && (
        <div className="actions">
          {ways.map(({ path, label }) => (
            <Link key={path} className="button" to={path}>
              {t(label)}
            </Link>
          ))}
        </div>
      )}
    </Card>
  );
};
