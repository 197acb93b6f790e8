import { useEffect, useRef, useState } from 'react';
import type { Guest } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { Modal } from '../page/Modal';
import { fullName } from './fullName';
import { LogInAgain } from './LogInAgain';
import { useSession } from './SessionProvider';
import { hasUnsaved } from './unsaved';

/** The session is over while something was typed: one logs in on the page, and it goes on. */
const Ended = ({ here }: { readonly here: Guest }) => {
  const { t } = useLanguage();
  const { giveUp } = useSession();
  return (
    <Modal title={t('resume.title')}>
      <p>{t('resume.text', { name: fullName(here) })}</p>
      <LogInAgain guest={here} isNamed />
      <div className="actions">
        <button type="button" className="button quiet" onClick={giveUp}>
          {t('resume.leave')}
        </button>
      </div>
    </Modal>
  );
};

/** Another guest is logged in by now: says who, and offers their page, or one's own again. */
const Other = ({ here, now }: { readonly here: Guest; readonly now: Guest }) => {
  const { t } = useLanguage();
  const [isReturning, setReturning] = useState(false);
  const name = fullName(now);
  return (
    <Modal title={t(now.preview === null ? 'otherGuest.title' : 'otherGuest.preview', { name })}>
      <p>{t('otherGuest.text', { name: fullName(here) })}</p>
      {hasUnsaved() && <p>{t('otherGuest.kept', { name: fullName(here) })}</p>}
      {isReturning && <LogInAgain guest={here} isNamed={false} />}
      <div className="actions">
        {!isReturning && here.preview === null && (
          <button type="button" className="button" onClick={() => setReturning(true)}>
            {t('otherGuest.return', { name: fullName(here) })}
          </button>
        )}
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t('otherGuest.reload', { name })}
        </button>
      </div>
    </Modal>
  );
};

/** What stands over a page whose guest is not the one who is logged in any more. */
export const InterruptionDialog = ({ here }: { readonly here: Guest }) => {
  const { t } = useLanguage();
  const { interruption } = useSession();
  const announce = useAnnounce();
  const was = useRef(interruption);
  useEffect(() => {
    if (was.current !== null && interruption === null) announce(t('resume.back'));
    was.current = interruption;
  }, [interruption, announce, t]);
  if (interruption === null) return null;
  return interruption.kind === 'ended' ? <Ended here={here} /> : <Other here={here} now={interruption.guest} />;
};
