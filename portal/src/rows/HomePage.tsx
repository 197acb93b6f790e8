import { useParams } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import { Flash } from '../page/Flash';
import { Missing } from '../page/Missing';
import { useAccess } from '../session/RequireSession';
import { HomeFrame } from './HomeFrame';
import { ListSection } from './ListSection';
import { sectionKeyOf, sectionPath } from '../page/sectionPath';

/** "Mes accès": the section that the address names, or the first one. */
export const HomePage = () => {
  const { t } = useLanguage();
  const { sections } = useAccess();
  const { section: param } = useParams();
  const section = param === undefined ? sections[0] : sections.find(({ key }) => key === sectionKeyOf(param));

  if (section !== undefined) {
    return (
      <HomeFrame current={sectionPath(section.key)} isStart={param === undefined}>
        <ListSection key={section.key} section={section} />
      </HomeFrame>
    );
  }
  if (param !== undefined) return <Missing />;
  return (
    <HomeFrame current={null} isStart>
      <Flash />
      <p className="empty">{t('home.none')}</p>
    </HomeFrame>
  );
};
