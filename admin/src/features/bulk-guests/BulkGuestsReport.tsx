import { pathTo } from '../../../../contract/routes';
import { callApi, searchOf, type Answer } from '../../kernel/api';
import { useLanguage } from '../../kernel/language';
import { Report, ReportPart, standingOf } from '../../kernel/selection';
import { useTranslate } from '../../kernel/translate';
import { useReport } from './useBulkGuests';

const View = ({ report }: { report: Answer<'GetBulkGuests'> }) => {
  const translate = useTranslate();
  const { action, done, total, counts, left } = report;
  return (
    <Report
      label={translate(`guests.bulk.${action}`)}
      done={done}
      total={total}
      status={translate(`guests.bulk.${standingOf(report)}`, { done, total })}
      background={report.endedAt === null ? translate('guests.bulk.background') : null}
      counts={counts.map(({ outcome, count }) => ({
        key: outcome,
        text: translate(`guests.bulk.count.${outcome}`, { count }),
      }))}
      left={{
        heading: translate('guests.bulk.left', { count: left.total }),
        lines: left.guests.map(({ guestId, name, outcome }) => ({
          key: guestId,
          text: `${name ?? translate('guests.bulk.nameless')} – ${translate(`guests.bulk.why.${outcome}`)}`,
        })),
        total: left.total,
      }}
    />
  );
};

/** How an action on a selection of guests goes, with the buttons that stop it and take its report. */
export const BulkGuestsReport = ({ jobId }: { jobId: string }) => {
  const translate = useTranslate();
  const locale = useLanguage();
  return (
    <ReportPart
      report={useReport(jobId)}
      stop={() => callApi('CancelBulkGuests', { params: { jobId } })}
      file={{
        path: pathTo('ExportBulkGuests') + searchOf({ jobId, locale }),
        name: `${translate('guests.bulk.file')}.csv`,
      }}
    >
      {(report) => <View report={report} />}
    </ReportPart>
  );
};
