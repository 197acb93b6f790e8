import * as React from 'react';
import type { ListMails, ResponseOf } from '../../../../../contract';
import { callApi } from '../../../kernel/api';
import { useLoaded } from '../../../kernel/loaded';

/** A message with the plugin's own words and its placeholders. */
export type Mail = ResponseOf<typeof ListMails>['mails'][number];

const load = async (signal: AbortSignal): Promise<Mail[]> => (await callApi('ListMails', { signal })).mails;

/** Every message that the plugin sends. */
export const useMails = () => useLoaded(React.useCallback(load, []));
