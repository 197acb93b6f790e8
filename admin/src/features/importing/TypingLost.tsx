import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { ImportPlan } from '../../../../contract/importing';
import { callApi } from '../../kernel/api';
import { importsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Notice } from '../../kernel/ui/Notice';
import { Section } from '../../kernel/ui/Section';
import { useTask } from './useTask';

/** What was typed was lost before all of it was sent, as by a reload: there is no file to choose again. */
export const TypingLost = ({ plan: { documentId: importId, fileName } }: { plan: ImportPlan }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { isBusy, run } = useTask();
  const startOver = async () => {
    const isGone = await run(() => callApi('DeleteImport', { params: { importId } }));
    if (isGone) navigate(`/${importsPath}/new`, { replace: true });
  };
  return (
    <Section title={translate('imports.typed.lost')} hint={fileName}>
      <Notice tone="warning" role="status">
        {translate('imports.typed.lost.why')}
      </Notice>
      <div>
        <Button type="button" loading={isBusy} onClick={() => void startOver()}>
          {translate('imports.typed.again')}
        </Button>
      </div>
    </Section>
  );
};
