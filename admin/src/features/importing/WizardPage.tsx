import * as React from 'react';
import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useParams, useSearchParams } from 'react-router-dom';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { KnownImport } from './KnownImport';
import { NewImport } from './NewImport';
import { Stepper } from './Stepper';
import { stepOf, viewOf, type Step } from './steps';
import { useImport } from './useImport';
import { useWizard } from './useWizard';

/** Another step begins at its top, for the eyes and for the keyboard; the first one that is shown leaves the page as it was. Null: none yet. */
const useStepFocus = (step: string | null) => {
  const content = React.useRef<HTMLDivElement>(null);
  const shown = React.useRef(step);
  React.useEffect(() => {
    const before = shown.current;
    if (step === null || before === step) return;
    shown.current = step;
    if (before === null) return;
    content.current?.focus();
    content.current?.scrollIntoView({ block: 'start' });
  }, [step]);
  return content;
};

/** The wizard of an import: source, columns, check, what guests get, apply, report. */
export const WizardPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const { importId: named = 'new' } = useParams();
  const importId = named === 'new' ? null : named;
  const [search] = useSearchParams();
  const wizard = useWizard(importId);
  const loaded = useImport(importId);
  const { value: plan } = loaded;
  const view = plan === null ? null : viewOf(plan, { step: search.get('step'), isGranted: wizard.guests !== null });
  const hasColumns = wizard.held !== null && search.get('step') === 'columns';
  const newStep: Step = hasColumns ? 'columns' : 'source';
  const step = plan === null || view === null ? newStep : stepOf(view, plan.state);
  const content = useStepFocus(importId !== null && view === null ? null : `${step} ${view ?? ''}`);
  const title = translate('imports.wizard');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={plan?.fileName ?? translate('imports.wizard.hint')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Stepper step={step} />
          {/* What is hidden from the eyes stands within it, or the page would grow by it. */}
          <Box ref={content} tabIndex={-1} position="relative" style={{ outline: 'none' }}>
            {importId === null ? (
              <NewImport wizard={wizard} />
            ) : (
              <LoadedView loaded={loaded.error === null ? loaded : { ...loaded, value: null }}>
                {(known) => view !== null && <KnownImport plan={known} view={view} wizard={wizard} may={may} />}
              </LoadedView>
            )}
          </Box>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
