import { Link, Outlet } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';
import { Announcer } from './Announcer';
import { LanguageSelect } from './LanguageSelect';
import { LogOutButton } from './LogOutButton';
import { PreviewBanner } from './PreviewBanner';

const mainId = 'content';

/** What stands around every page: the site's name, who is logged in, the language, the way out. */
export const Layout = () => {
  const { t } = useLanguage();
  const { state, siteName } = useSession();
  const name = state.kind === 'in' ? [state.guest.firstName, state.guest.lastName].filter(Boolean).join(' ') : null;

  return (
    <Announcer>
      <a
        className="skip"
        href={`#${mainId}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(mainId)?.focus();
        }}
      >
        {t('skip')}
      </a>
      <header className="top">
        <div className="top-inner">
          <Link className="brand" to="/">
            <span className="brand-mark" aria-hidden="true">
              {siteName.slice(0, 1).toUpperCase()}
            </span>
            <span className="brand-text">
              <strong>{siteName}</strong>
              <span>{t('guestArea')}</span>
            </span>
          </Link>
          <div className="top-actions">
            {name !== null && (
              <p className="who" title={name}>
                <span className="visually-hidden">{t('loggedInAs', { name })}</span>
                <span aria-hidden="true">{name}</span>
              </p>
            )}
            <LanguageSelect />
            {name !== null && <LogOutButton />}
          </div>
        </div>
      </header>
      {state.kind === 'in' && <PreviewBanner guest={state.guest} />}
      <main id={mainId} tabIndex={-1}>
        <Outlet />
      </main>
    </Announcer>
  );
};
