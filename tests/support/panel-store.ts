import { configureStore } from '@reduxjs/toolkit';
import { createApi } from '@reduxjs/toolkit/query';

/** A call as the panel's client is given it. */
export interface Sent {
  url: string;
  method?: string;
  data?: unknown;
}

/** What answers in place of the server: a body, or what the panel's client makes of a refusal. */
type Answering = (
  sent: Sent
) => { data: unknown } | { error: unknown } | Promise<{ data: unknown } | { error: unknown }>;

let answering: Answering = () => ({ error: { name: 'TypeError', message: 'Failed to fetch' } });

/** All that was sent since `answerWith`. */
export const sent: Sent[] = [];

export const answerWith = (next: Answering): void => {
  answering = next;
  sent.length = 0;
};

/** In place of `admin/src/kernel/strapi/store.ts`: the same cache without a panel around it. */
export const adminApi = createApi({
  reducerPath: 'adminApi',
  baseQuery: (call: Sent) => {
    sent.push(call);
    return answering(call);
  },
  endpoints: () => ({}),
});

const store = configureStore({
  reducer: { adminApi: adminApi.reducer },
  middleware: (defaults) =>
    defaults({ immutableCheck: false, serializableCheck: { warnAfter: Infinity } }).concat(adminApi.middleware),
});

export const { dispatch, getState } = store;

const isAsking = () => Object.values(getState().adminApi.queries).some((query) => query?.status === 'pending');

/** Until nothing is asked any more. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const look = () => isAsking() || (end(), resolve());
    const end = store.subscribe(look);
    look();
  });
