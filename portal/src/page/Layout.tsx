import { Outlet } from 'react-router-dom';
import { Brand } from '../brand/Brand';
import { hasCode } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { AbsencePage } from '../session/AbsencePage';
import { InterruptionDialog } from '../session/InterruptionDialog';
import { useSession } from '../session/SessionProvider';
import { AccountMenu } from './AccountMenu';
import { Announcer } from './Announcer';
import { LanguageSelect } from './LanguageSelect';
import { PreviewBanner } from './PreviewBanner';

const mainId = 'content';

/** What stands around every page: the site's name and logo, and the guest's menu or the choice of language. */
export const Layout = () => {
  const { t } = useLanguage();
  const { state, siteProblem, askSite } = useSession();
  // Every page of a closed site says so, a link's too: nothing it asks would be answered.
  const isClosed = state.kind !== 'in' && siteProblem !== null && hasCode(siteProblem, 'feature_off');
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
          <Brand />
          {state.kind === 'in' ? <AccountMenu /> : <LanguageSelect />}
        </div>
      </header>
      {state.kind === 'in' && <PreviewBanner guest={state.guest} />}
      {state.kind === 'in' && <InterruptionDialog here={state.guest} />}
      <main id={mainId} tabIndex={-1}>
        {isClosed ? <AbsencePage why="off" retry={() => void askSite()} /> : <Outlet />}
      </main>
    </Announcer>
  );
};
