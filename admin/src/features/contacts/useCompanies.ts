import * as React from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import type { Company } from '../../../../contract/contacts';
import { callApi } from '../../kernel/api';
import { useLoaded } from '../../kernel/loaded';

const pauseMs = 250;

/** The first companies whose name holds the typed text. */
export const useCompanies = (typed: string): { companies: readonly Company[]; isLoading: boolean } => {
  const q = useDebounce(typed.trim(), pauseMs);
  const load = React.useCallback(
    async (signal: AbortSignal) => (await callApi('ListCompanies', { query: { q }, signal })).companies,
    [q]
  );
  const { value, isLoading } = useLoaded(load);
  return { companies: value ?? [], isLoading };
};
