import type { Company } from '../../../../contract/contacts';
import { useData } from '../../kernel/useData';
import { useSettled } from '../../kernel/useSettled';

const pauseMs = 250;

/** The first companies whose name holds the typed text. */
export const useCompanies = (typed: string): { companies: readonly Company[]; isLoading: boolean } => {
  const { settled: q } = useSettled(typed.trim(), pauseMs);
  const { value, isLoading } = useData('ListCompanies', { query: { q } });
  return { companies: value?.companies ?? [], isLoading };
};
