import { useState } from 'react';
import type { Guest } from '../api/guestAccess';
import { fullName } from '../session/fullName';

/** Letters in the place of a photo. */
const initials = ({ firstName, lastName }: Guest): string =>
  [firstName, lastName]
    .map((name) => [...(name ?? '')][0] ?? '')
    .join('')
    .toUpperCase();

/** The guest's photo, or their initials where they have none or it does not load. Their name stands beside it. */
export const Photo = ({ guest, large = false }: { readonly guest: Guest; readonly large?: boolean }) => {
  const [broken, setBroken] = useState<string | null>(null);
  const className = large ? 'photo large' : 'photo';
  if (guest.photoUrl !== null && guest.photoUrl !== broken) {
    return <img className={className} src={guest.photoUrl} alt="" onError={() => setBroken(guest.photoUrl)} />;
  }
  return (
    <span className={className} aria-hidden="true" title={fullName(guest)}>
      {initials(guest)}
    </span>
  );
};
