import { colourPattern } from '../../../../../contract/constants';

/** What the portal shows where the site has chosen no colour. */
const ownColour = '#0b6b62';

/** The colour that guests will see: the chosen one where it is whole, else the portal's own. */
export const portalColour = (chosen: string | null): string =>
  chosen !== null && colourPattern.test(chosen) ? chosen : ownColour;
