import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { useAnnounce } from './Announcer';

/** What has just been done, told on the page that follows. */
export const flashes = [
  'row.saved',
  'row.created',
  'row.removed',
  'password.saved',
  'confirm.welcome',
] as const satisfies readonly MessageKey[];
export type FlashKey = (typeof flashes)[number];

/** Goes with a navigation: what to tell on the next page, and the list's address to go back to. */
export interface PageState {
  readonly flash?: FlashKey;
  readonly listSearch?: string;
}

/** Reads what an earlier page gave along; the browser keeps it over a reload, so nothing is taken for granted. */
export const usePageState = (): PageState => {
  const { state }: { state: unknown } = useLocation();
  if (typeof state !== 'object' || state === null) return {};
  const flash = 'flash' in state ? flashes.find((each) => each === state.flash) : undefined;
  const listSearch = 'listSearch' in state && typeof state.listSearch === 'string' ? state.listSearch : undefined;
  return { ...(flash && { flash }), ...(listSearch && { listSearch }) };
};

/** The sentence on top of a page that says what has just been done. */
export const Flash = () => {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const { flash } = usePageState();

  useEffect(() => {
    if (flash !== undefined) announce(t(flash));
  }, [flash, announce, t]);

  return flash === undefined ? null : <p className="flash">{t(flash)}</p>;
};
