import type { Guest } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { fullName } from '../session/fullName';
import { useTimeZone } from '../session/useTimeZone';
import { LogOutButton } from './LogOutButton';

/** Tells an editor that they look at the portal as somebody else, and until when (N3). */
export const PreviewBanner = ({ guest }: { readonly guest: Guest }) => {
  const { t, locale } = useLanguage();
  const timeZone = useTimeZone();
  if (guest.preview === null) return null;
  const { editorName, endsAt } = guest.preview;
  const time = new Date(endsAt).toLocaleTimeString(locale, { timeStyle: 'short', timeZone });
  return (
    <aside className="preview-banner" aria-label={t('preview.title')}>
      <p>{t('preview.banner', { editor: editorName, guest: fullName(guest), time })}</p>
      <LogOutButton />
    </aside>
  );
};
