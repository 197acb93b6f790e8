import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ImportPlan } from '../../../../contract/importing';
import type { Permission } from '../../../../contract/routes';
import { importsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Loading } from '../../kernel/ui/LoadedView';
import { CheckStep } from './check/CheckStep';
import { ColumnsStep } from './columns/ColumnsStep';
import { FileAgain } from './FileAgain';
import { AccessStep } from './guests/AccessStep';
import { firstGuestsDraft } from './guests/guestsDraft';
import type { Reading } from './held';
import { SummaryStep } from './guests/SummaryStep';
import { RefusedView } from './RefusedView';
import { ReportView } from './report/ReportView';
import { SendingView } from './sending/SendingView';
import type { View } from './steps';
import { TypingLost } from './TypingLost';
import type { Wizard } from './useWizard';
import { WorkView } from './WorkView';

interface KnownImportProps {
  plan: ImportPlan;
  view: View;
  wizard: Wizard;
  may: (permission: Permission) => boolean;
}

/** What is shown of an import as it stands. */
export const KnownImport = ({ plan, view, wizard, may }: KnownImportProps) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const { documentId: importId, counts } = plan;
  const { held, sending } = wizard;
  const go = (step: View) => () => setSearch({ step });
  const hasGuests = (counts?.guests ?? 0) > 0;

  if (sending !== null) {
    return <SendingView sending={sending} isBegun onRetry={wizard.retry} onCancel={wizard.cancel} />;
  }
  if (view === 'work') return <WorkView plan={plan} may={may} />;
  if (view === 'refused') return <RefusedView plan={plan} />;
  if (view === 'columns') {
    const back =
      plan.state === 'checked'
        ? { label: translate('imports.back'), run: go('check') }
        : { label: translate('imports.mine'), run: () => navigate(`/${importsPath}`) };
    const before = plan.format === null ? (held?.reading ?? null) : { format: plan.format, mapping: plan.mapping };
    if (held === null && plan.source === 'typed') return <TypingLost plan={plan} />;
    if (held === null) return <FileAgain plan={plan} back={back} onHeld={wizard.hold} />;
    const readAs = (reading: Reading) => {
      // Once it is checked again, its rows are shown.
      setSearch({});
      wizard.send(reading);
    };
    return <ColumnsStep held={held} before={before} back={back} onDone={readAs} />;
  }
  if (counts === null) return <Loading />;
  if (view === 'report') return <ReportView plan={plan} counts={counts} may={may} />;
  if (view === 'access') {
    return (
      <AccessStep
        counts={counts}
        draft={wizard.guests ?? firstGuestsDraft}
        may={may}
        onBack={go('check')}
        onDone={(draft) => {
          wizard.keepGuests(draft);
          setSearch({ step: 'summary' });
        }}
      />
    );
  }
  if (view === 'summary') {
    return (
      <SummaryStep
        importId={importId}
        counts={counts}
        draft={hasGuests ? wizard.guests : null}
        onBack={go(hasGuests ? 'access' : 'check')}
      />
    );
  }
  return (
    <CheckStep
      importId={importId}
      counts={counts}
      may={may}
      onBack={plan.source === 'file' ? go('columns') : undefined}
      onDone={go(hasGuests ? 'access' : 'summary')}
    />
  );
};
