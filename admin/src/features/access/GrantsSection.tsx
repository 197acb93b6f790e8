import * as React from 'react';
import type { GrantsDraft } from '../../kernel/grants';
import { useLanguage } from '../../kernel/language';
import { useLoaded } from '../../kernel/loaded';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { loadChoices } from './choices';
import { GrantsFields } from './GrantsFields';

interface GrantsSectionProps<Draft extends GrantsDraft> {
  draft: Draft;
  onChange: (draft: Draft) => void;
  disabled: boolean;
}

/** The dual lists, with the loading of what they offer; for a reader who may see accesses. */
export const GrantsSection = <Draft extends GrantsDraft>(fields: GrantsSectionProps<Draft>) => {
  const language = useLanguage();
  const loaded = useLoaded(React.useCallback((signal: AbortSignal) => loadChoices(language, signal), [language]));
  return <LoadedView loaded={loaded}>{(choices) => <GrantsFields choices={choices} {...fields} />}</LoadedView>;
};
