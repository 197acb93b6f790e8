import { pathTo } from '../../../../contract/routes';
import { callApi, searchOf, type Answer } from '../../kernel/api';
import { useLanguage } from '../../kernel/language';
import { Report, ReportPart, standingOf } from '../../kernel/selection';
import { useTranslate, type TextKey } from '../../kernel/translate';
import { reasonOf } from './left';
import { useBulkReport } from './useBulkAccess';

const BulkReport = ({ report }: { report: Answer<'GetBulkAccess'> }) => {
  const translate = useTranslate();
  const { done, total, counts, left } = report;
  const lines: { key: TextKey; count: number }[] = [
    ...counts.access.map(({ outcome, count }) => ({ key: `bulk.access.${outcome}` as const, count })),
    ...counts.key.map(({ outcome, count }) => ({ key: `bulk.key.${outcome}` as const, count })),
    ...counts.mail.map(({ outcome, count }) => ({ key: `bulk.mailed.${outcome}` as const, count })),
  ];
  const leftLines = left.contacts.map((contact) => {
    const [name, reason] = [contact.name ?? translate('bulk.nameless'), reasonOf(contact)];
    return {
      key: contact.contactId,
      text: reason === null ? name : `${name} – ${translate(`bulk.why.${reason}`)}`,
    };
  });
  return (
    <Report
      label={translate('bulk.title')}
      done={done}
      total={total}
      status={translate(`bulk.${standingOf(report)}`, { done, total })}
      background={report.endedAt === null ? translate('bulk.background') : null}
      counts={lines.map(({ key, count }) => ({ key, text: translate(key, { count }) }))}
      left={{ heading: translate('bulk.left', { count: left.total }), lines: leftLines, total: left.total }}
    />
  );
};

/** How an action goes, with the buttons that stop it and take its report. */
export const BulkReportPart = ({ jobId }: { jobId: string }) => {
  const translate = useTranslate();
  const locale = useLanguage();
  const report = useBulkReport(jobId);
  return (
    <ReportPart
      report={report}
      stop={() => callApi('CancelBulkAccess', { params: { jobId } })}
      file={{
        path: pathTo('ExportBulkAccess') + searchOf({ jobId, locale }),
        name: `${translate('bulk.file')}.csv`,
      }}
    >
      {(value) => <BulkReport report={value} />}
    </ReportPart>
  );
};
