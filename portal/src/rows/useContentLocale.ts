import { useLocation } from 'react-router-dom';
import type { Section } from '../api/guestAccess';
import { readLocale } from './listState';

/** The language of the content that the address asks for; null for the site's default. */
export const useContentLocale = (section: Section): string | null => {
  const { search } = useLocation();
  return readLocale(new URLSearchParams(search), section);
};
