import type { GetMe, ResponseOf } from '../../../../contract';
import type { GuestRow } from '../guests';

export type Self = ResponseOf<typeof GetMe>;

/** A guest as he sees himself. */
export const presentSelf = (guest: GuestRow, photoUrl: string | null, preview: Self['preview'] = null): Self => ({
  documentId: guest.documentId,
  firstName: guest.firstName,
  lastName: guest.lastName,
  locale: guest.language,
  email: guest.email,
  login: guest.login,
  title: guest.title,
  mobile: guest.mobile,
  country: guest.country,
  timeZone: guest.timeZone,
  photoUrl,
  hasPassword: guest.password !== null,
  preview,
});
