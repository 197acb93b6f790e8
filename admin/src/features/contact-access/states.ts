import type { AccessState } from '../../../../contract/contact-access';
import { callApi } from '../../kernel/api';
import { defineRead } from '../../kernel/useData';

/** The endpoint takes at most this many contacts at once. */
const idsPerCall = 100;

const load = async (ids: readonly string[]): Promise<Map<string, AccessState>> => {
  const parts = Array.from({ length: Math.ceil(ids.length / idsPerCall) }, (_, part) =>
    ids.slice(part * idsPerCall, (part + 1) * idsPerCall)
  );
  const answers = await Promise.all(parts.map((contactIds) => callApi('ListAccessStates', { query: { contactIds } })));
  return new Map(answers.flatMap(({ states }) => states.map(({ contactId, state }) => [contactId, state])));
};

let batch: { ids: string[]; states: Promise<Map<string, AccessState>> } | null = null;

/** Gathers what is asked until the page stands. */
const beginBatch = () => {
  const ids: string[] = [];
  const states = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
    batch = null;
    return load(ids);
  });
  return { ids, states };
};

/** The state of a contact's access. All that is asked in the same moment goes in one request for each hundred. */
export const stateOf = async (contactId: string): Promise<AccessState> => {
  batch ??= beginBatch();
  batch.ids.push(contactId);
  return (await batch.states).get(contactId) ?? 'none';
};

/** The same, for a row of a table. */
export const useAccessState = defineRead('AccessState', ['accessStates'], stateOf);
