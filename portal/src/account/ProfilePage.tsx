import { useLanguage } from '../language/LanguageProvider';
import { Heading } from '../page/Heading';
import { fullName } from '../session/fullName';
import { useAccess } from '../session/RequireSession';
import { EmailSection } from './EmailSection';
import { PasswordSection } from './PasswordSection';
import { PersonForm } from './PersonForm';
import { Photo } from '../page/Photo';

/** What the site knows of the guest, and what they may change of it. */
export const ProfilePage = () => {
  const { t } = useLanguage();
  const { guest } = useAccess();
  const readOnly = guest.preview !== null;
  return (
    <div className="account">
      <Heading>{t('profile.title')}</Heading>
      <div className="person">
        <Photo guest={guest} large />
        <div>
          <p className="person-name">{fullName(guest)}</p>
          {guest.title !== null && <p className="hint">{guest.title}</p>}
          {guest.login !== null && <p className="hint">{t('profile.login', { login: guest.login })}</p>}
        </div>
      </div>
      {readOnly && <p className="notice">{t('profile.readOnly')}</p>}
      <PersonForm guest={guest} readOnly={readOnly} />
      <EmailSection guest={guest} readOnly={readOnly} />
      <PasswordSection guest={guest} readOnly={readOnly} />
    </div>
  );
};
