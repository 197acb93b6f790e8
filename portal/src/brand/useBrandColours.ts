import { useEffect } from 'react';
import { brandColours } from '../../../contract/colour';

const names = {
  accent: 'accent',
  accentStrong: 'accent-strong',
  accentSoft: 'accent-soft',
  fill: 'fill',
  fillStrong: 'fill-strong',
  onFill: 'on-fill',
} as const;

/**
 * Gives the page the site's colour, for both schemes: `tokens.css` takes the one that holds. Set by script, since the page's
 * policy allows no style in the HTML.
 */
export const useBrandColours = (colour: string | null): void => {
  useEffect(() => {
    if (colour === null) return;
    const { style } = document.documentElement;
    for (const scheme of ['light', 'dark'] as const) {
      const made = brandColours(colour, scheme);
      style.setProperty(`--brand-${scheme}-${names.accent}`, made.accent);
      style.setProperty(`--brand-${scheme}-${names.accentStrong}`, made.accentStrong);
      style.setProperty(`--brand-${scheme}-${names.accentSoft}`, made.accentSoft);
      style.setProperty(`--brand-${scheme}-${names.fill}`, made.fill);
      style.setProperty(`--brand-${scheme}-${names.fillStrong}`, made.fillStrong);
      style.setProperty(`--brand-${scheme}-${names.onFill}`, made.onFill);
    }
  }, [colour]);
};
