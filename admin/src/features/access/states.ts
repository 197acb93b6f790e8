import type { AccessState } from '../../../../contract/access';
import { callApi } from '../../kernel/api';

/** The endpoint takes at most this many contacts at once. */
const idsPerCall = 100;
const maxAgeMs = 5_000;

type Waiting = { resolve: (state: AccessState) => void; reject: (error: unknown) => void };

let waiting = new Map<string, Waiting[]>();
const known = new Map<string, { state: Promise<AccessState>; at: number }>();

const ask = async (batch: Map<string, Waiting[]>): Promise<void> => {
  try {
    const { states } = await callApi('ListAccessStates', { query: { contactIds: [...batch.keys()] } });
    const byContact = new Map(states.map(({ contactId, state }) => [contactId, state]));
    for (const [contactId, ones] of batch) {
      ones.forEach(({ resolve }) => resolve(byContact.get(contactId) ?? 'none'));
    }
  } catch (error) {
    for (const [contactId, ones] of batch) {
      known.delete(contactId);
      ones.forEach(({ reject }) => reject(error));
    }
  }
};

const askAll = () => {
  const all = [...waiting];
  waiting = new Map();
  for (let start = 0; start < all.length; start += idsPerCall) {
    void ask(new Map(all.slice(start, start + idsPerCall)));
  }
};

const enqueue = (contactId: string): Promise<AccessState> =>
  new Promise((resolve, reject) => {
    if (waiting.size === 0) queueMicrotask(() => setTimeout(askAll));
    waiting.set(contactId, [...(waiting.get(contactId) ?? []), { resolve, reject }]);
  });

/**
 * The state of a contact's access. All that a page asks for in the same moment goes in one request (of at most 100
 * contacts); an answer is kept for a few seconds.
 *
 * @throws ApiError
 */
export const loadAccessState = (contactId: string): Promise<AccessState> => {
  const found = known.get(contactId);
  if (found !== undefined && Date.now() - found.at < maxAgeMs) return found.state;
  const state = enqueue(contactId);
  known.set(contactId, { state, at: Date.now() });
  return state;
};

type Listener = () => void;
const listeners = new Set<Listener>();

/** Says that the access of a contact was changed here, so that tables that show it ask again. */
export const accessChanged = (contactId: string): void => {
  known.delete(contactId);
  listeners.forEach((listener) => listener());
};

/** Calls back after each change. @returns what ends it. */
export const onAccessChanged = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
