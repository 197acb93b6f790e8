import { useSearchParams } from 'react-router-dom';
import { useTranslate } from '../../kernel/translate';
import { ColumnsStep } from './columns/ColumnsStep';
import { SendingView } from './sending/SendingView';
import { SourceStep } from './source/SourceStep';
import type { Wizard } from './useWizard';

/** An import that the server does not know of yet: its source, and how its file is read. */
export const NewImport = ({ wizard }: { wizard: Wizard }) => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const { held, sending } = wizard;
  if (sending !== null) {
    return <SendingView sending={sending} isBegun={false} onRetry={wizard.retry} onCancel={wizard.cancel} />;
  }
  if (held !== null && search.get('step') === 'columns') {
    return (
      <ColumnsStep
        key={held.file.lastModified}
        held={held}
        before={held.reading}
        back={{ label: translate('imports.otherFile'), run: () => setSearch({}) }}
        onDone={wizard.send}
      />
    );
  }
  return (
    <SourceStep
      draft={wizard.source}
      onChange={wizard.changeSource}
      onHeld={(chosen) => {
        wizard.hold(chosen);
        if (chosen.reading === null) setSearch({ step: 'columns' });
      }}
    />
  );
};
