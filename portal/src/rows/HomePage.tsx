import { NavLink, useParams } from 'react-router-dom';
import { labelIn } from '../../../contract/constants';
import { useLanguage } from '../language/LanguageProvider';
import { Heading } from '../page/Heading';
import { Missing } from '../page/Missing';
import { useAccess } from '../session/RequireSession';
import { ListSection } from './ListSection';
import { sectionKeyOf, sectionPath } from './sectionPath';

/** "Mes accès": what the guest was given, one section for each kind; the first one where the address names none. */
export const HomePage = () => {
  const { t, locale } = useLanguage();
  const { sections } = useAccess();
  const { section: param } = useParams();
  const current = param === undefined ? sections[0] : sections.find(({ key }) => key === sectionKeyOf(param));

  if (param !== undefined && current === undefined) return <Missing />;
  return (
    <div className="home">
      <Heading key={param === undefined ? 'home' : 'section'}>{t('home.title')}</Heading>
      {current === undefined ? (
        <p className="empty">{t('home.none')}</p>
      ) : (
        <div className="sections">
          <nav className="section-nav" aria-label={t('home.sections')}>
            <ul>
              {sections.map((section) => (
                <li key={section.key}>
                  <NavLink
                    to={sectionPath(section.key)}
                    aria-current={section.key === current.key ? 'page' : undefined}
                    className={section.key === current.key ? 'current' : ''}
                  >
                    {labelIn(section.labels, locale)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <ListSection key={current.key} section={current} />
        </div>
      )}
    </div>
  );
};
