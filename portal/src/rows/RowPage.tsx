import { useParams } from 'react-router-dom';
import { Missing } from '../page/Missing';
import { useAccess } from '../session/RequireSession';
import { RowView } from './RowView';
import { sectionKeyOf } from '../page/sectionPath';

/** One row, by the address. */
export const RowPage = () => {
  const { sections } = useAccess();
  const { section: param = '', documentId = '' } = useParams();
  const section = sections.find(({ key }) => key === sectionKeyOf(param));
  if (section === undefined || !section.actions.includes('findOne')) return <Missing />;
  return <RowView key={`${section.key}/${documentId}`} section={section} documentId={documentId} />;
};
