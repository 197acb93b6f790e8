import type { HeldPerson, ImportRow } from '../../../../../contract/importing';

/** Whom a row was matched with, as far as it is known here: a contact, or a line of the file that is shown too. */
export const otherSide = ({ match }: ImportRow, shown: readonly ImportRow[]): HeldPerson | null => {
  if (match === null) return null;
  return match.line === null ? match.contact : (shown.find(({ line }) => line === match.line)?.person ?? null);
};
