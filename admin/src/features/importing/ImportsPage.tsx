import { useNavigate } from 'react-router-dom';
import type { Permission } from '../../../../contract/routes';
import { ListFrame, ListPage } from '../../kernel/list';
import { importsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { ImportsTable } from './ImportsTable';
import { useImportActions } from './report/useImportActions';
import { useImports } from './useImports';

/** The page *Imports*: those of the reader, finished or not. */
export const ImportsPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const loaded = useImports();
  const { ask, question } = useImportActions();
  const create = { label: translate('imports.new'), run: () => navigate(`/${importsPath}/new`) };
  return (
    <ListPage
      title={translate('imports.title')}
      count={loaded.value ? translate('imports.count', { count: loaded.value.imports.length }) : undefined}
      create={create}
    >
      <ListFrame
        page={loaded}
        isEmpty={({ imports }) => imports.length === 0}
        emptyText={translate('imports.empty')}
        onClear={null}
        create={create}
      >
        {({ imports }) => <ImportsTable imports={imports} may={may} onAction={ask} />}
      </ListFrame>
      {question}
    </ListPage>
  );
};
