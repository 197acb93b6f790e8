import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { pathTo } from '../../../../contract/routes';
import { callApi, searchOf } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useLanguage } from '../../kernel/language';
import { useFile } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { Notice } from '../../kernel/ui/Notice';
import { BulkReport } from './BulkReport';
import { useBulkReport } from './useBulkAccess';

/** How an action goes, with the buttons that stop it and take its report. */
export const BulkReportPart = ({ jobId }: { jobId: string }) => {
  const translate = useTranslate();
  const locale = useLanguage();
  const errorMessage = useErrorMessage();
  const report = useBulkReport(jobId);
  const { isBusy, take } = useFile();
  const [error, setError] = React.useState<unknown>(null);

  const stop = () => callApi('CancelBulkAccess', { params: { jobId } }).catch(setError);
  const takeReport = () =>
    take(pathTo('ExportBulkAccess') + searchOf({ jobId, locale }), `${translate('bulk.file')}.csv`);
  const buttons = (close: () => void) => (
    <>
      <Button type="button" variant="tertiary" onClick={close}>
        {translate('action.close')}
      </Button>
      {report.value !== null && (
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {report.value.endedAt === null && (
            <Button type="button" variant="danger-light" onClick={() => void stop()}>
              {translate('bulk.stop')}
            </Button>
          )}
          <Button type="button" variant="secondary" loading={isBusy} onClick={() => void takeReport()}>
            {translate('bulk.report')}
          </Button>
        </Flex>
      )}
    </>
  );
  return (
    <ModalPart footer={buttons}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {error !== null && <Notice>{errorMessage(error)}</Notice>}
        <LoadedView loaded={report}>{(value) => <BulkReport report={value} />}</LoadedView>
      </Flex>
    </ModalPart>
  );
};
