import type { GrantsDraft } from '../../kernel/grants';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useChoices } from './choices';
import { GrantsFields } from './GrantsFields';

interface GrantsSectionProps<Draft extends GrantsDraft> {
  draft: Draft;
  onChange: (draft: Draft) => void;
  disabled: boolean;
}

/** The dual lists, with the loading of what they offer; for a reader who may see accesses. */
export const GrantsSection = <Draft extends GrantsDraft>(fields: GrantsSectionProps<Draft>) => {
  const loaded = useChoices();
  return <LoadedView loaded={loaded}>{(choices) => <GrantsFields choices={choices} {...fields} />}</LoadedView>;
};
