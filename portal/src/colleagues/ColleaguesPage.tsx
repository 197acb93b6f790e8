import { useLanguage } from '../language/LanguageProvider';
import { Heading } from '../page/Heading';
import { HomeFrame } from '../rows/HomeFrame';
import { colleaguesPath } from '../page/sectionPath';
import { useAccess } from '../session/RequireSession';

/** The other guests whom this one may know of (D5). */
export const ColleaguesPage = () => {
  const { t } = useLanguage();
  const { colleagues } = useAccess();
  return (
    <HomeFrame current={colleaguesPath}>
      <section className="list">
        <Heading level={2}>{t('colleagues.title')}</Heading>
        {colleagues.length === 0 ? (
          <p className="empty">{t('colleagues.none')}</p>
        ) : (
          <ul className="cards people">
            {colleagues.map(({ firstName, lastName, companyName }, index) => (
              <li key={index} className="row-card">
                <span className="row-name">{[firstName, lastName].filter(Boolean).join(' ')}</span>
                {companyName !== null && <span className="hint">{companyName}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </HomeFrame>
  );
};
