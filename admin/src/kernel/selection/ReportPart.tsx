import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useErrorMessage } from '../errors';
import { useFile } from '../list';
import { useTranslate } from '../translate';
import { ModalPart } from '../ui/FormModal';
import { LoadedView } from '../ui/LoadedView';
import { Notice } from '../ui/Notice';
import type { Loaded } from '../useData';

interface ReportPartProps<Value extends { endedAt: string | null }> {
  report: Loaded<Value>;
  /** Stops it. @throws ApiError */
  stop: () => Promise<unknown>;
  /** The report as a file: where it is, and the name it is kept under. */
  file: { path: string; name: string };
  children: (value: Value) => React.ReactNode;
}

/** How an action goes, with the buttons that stop it and take its report. */
export const ReportPart = <Value extends { endedAt: string | null }>({
  report,
  stop,
  file,
  children,
}: ReportPartProps<Value>) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { isBusy, take } = useFile();
  const [error, setError] = React.useState<unknown>(null);
  const buttons = (close: () => void) => (
    <>
      <Button type="button" variant="tertiary" onClick={close}>
        {translate('action.close')}
      </Button>
      {report.value !== null && (
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {report.value.endedAt === null && (
            <Button type="button" variant="danger-light" onClick={() => void stop().catch(setError)}>
              {translate('bulk.stop')}
            </Button>
          )}
          <Button type="button" variant="secondary" loading={isBusy} onClick={() => void take(file.path, file.name)}>
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
        <LoadedView loaded={report}>{children}</LoadedView>
      </Flex>
    </ModalPart>
  );
};
