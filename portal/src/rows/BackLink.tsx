import { Link } from 'react-router-dom';
import { labelIn } from '../../../contract/constants';
import type { Section } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { usePageState } from '../page/Flash';
import { sectionPath } from '../page/sectionPath';

/** Back to the section's list, at the page and search one came from. */
export const BackLink = ({ section }: { readonly section: Section }) => {
  const { locale } = useLanguage();
  const { listSearch = '' } = usePageState();
  return (
    <p className="back">
      <Link to={{ pathname: sectionPath(section.key), search: listSearch }}>
        <span aria-hidden="true">←</span> {labelIn(section.labels, locale)}
      </Link>
    </p>
  );
};
