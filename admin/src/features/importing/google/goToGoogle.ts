import type { GridRow } from '../source/grid';
import { callApi } from '../../../kernel/api';
import { keepRows, keepSecret } from './kept';

/** Goes to Google's page in this window. @param rows what was typed, to be there again @throws ApiError */
export const goToGoogle = async (rows: readonly GridRow[] = []): Promise<void> => {
  const { address, secret } = await callApi('StartGoogleImport');
  keepSecret(secret);
  keepRows(rows);
  window.location.assign(address);
};
