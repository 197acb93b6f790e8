import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';

/** The site's logo, or its first letter where it has none or it does not load; its name; what this is. */
export const Brand = () => {
  const { t } = useLanguage();
  const { site, siteName } = useSession();
  const [broken, setBroken] = useState<string | null>(null);
  const logo = site?.brand.logoUrl ?? null;
  return (
    <Link className="brand" to="/">
      {logo !== null && logo !== broken ? (
        <img className="brand-logo" src={logo} alt="" onError={() => setBroken(logo)} />
      ) : (
        <span className="brand-mark" aria-hidden="true">
          {siteName.slice(0, 1).toUpperCase()}
        </span>
      )}
      <span className="brand-text">
        <strong>{siteName}</strong>
        <span>{t('guestArea')}</span>
      </span>
    </Link>
  );
};
