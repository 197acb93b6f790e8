import type { BodyOf } from '../../../../../contract/endpoint';
import type { FinishGoogleImport } from '../../../../../contract/google';

/**
 * What the page's address says once Google has led back, for the server; null where it says nothing, as after a reload. Whatever else stands in
 * the address is left there.
 */
export const backIn = (search: URLSearchParams, secret: string | null): BodyOf<typeof FinishGoogleImport> | null => {
  const [state, code, error] = ['state', 'code', 'error'].map((name) => search.get(name));
  if (!state || secret === null || (!code && !error)) return null;
  return { state, secret, code: code ?? null, error: error ?? null, iss: search.get('iss') };
};
