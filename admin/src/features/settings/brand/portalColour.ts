import { brandColours } from '../../../../../contract/colour';
import { colourPattern } from '../../../../../contract/constants';

/** What the portal shows where the site has chosen no colour. */
const ownColour = '#0b6b62';

/** The colour to begin with: the chosen one where it is whole, else the portal's own. */
export const portalColour = (chosen: string | null): string =>
  chosen !== null && colourPattern.test(chosen) ? chosen : ownColour;

/** A filled button of the portal, by day: its ground and the text on it. */
export const buttonColours = (chosen: string | null): { backgroundColor: string; color: string } => {
  const { fill, onFill } = brandColours(portalColour(chosen), 'light');
  return { backgroundColor: fill, color: onFill };
};
