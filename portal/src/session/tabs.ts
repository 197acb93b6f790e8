/**
 * What the tabs of a browser tell each other, since they share one session: who is logged in, or that somebody has logged out.
 * `who` is the guest as `drawnFor` of the contract says it, no secret.
 */
export interface News {
  readonly kind: 'in' | 'left';
  readonly who: string;
}

const name = 'guest-portal:session';

const isNews = (value: unknown): value is News =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'in' || value.kind === 'left') &&
  'who' in value &&
  typeof value.who === 'string';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);

/** Tells the other tabs; where the browser has no channel, by a write to its storage, which wakes them too. */
export const tellTabs = (news: News): void => {
  if (channel !== null) return channel.postMessage(news);
  try {
    localStorage.setItem(name, JSON.stringify({ ...news, at: Date.now() }));
    localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing: the server refuses what a tab asks for another guest.
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Hears what other tabs tell. @returns what ends it */
export const onNews = (listener: (news: News) => void): (() => void) => {
  const take = (value: unknown) => {
    if (isNews(value)) listener(value);
  };
  const onMessage = ({ data }: MessageEvent) => take(data);
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === name && newValue !== null) take(parsed(newValue));
  };
  channel?.addEventListener('message', onMessage);
  window.addEventListener('storage', onStorage);
  return () => {
    channel?.removeEventListener('message', onMessage);
    window.removeEventListener('storage', onStorage);
  };
};
