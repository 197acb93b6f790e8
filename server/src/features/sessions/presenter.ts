import type { GetMe, GuestSession, ListMySessions, ResponseOf } from '../../../../contract';
import { readableAddress, type Strapi } from '../../kernel';
import { photoUrlOf, type GuestRow } from '../guests';
import { findPassword } from '../passwords';
import { deviceOf } from './devices';
import type { OwnSession } from './repository';

export type Self = ResponseOf<typeof GetMe>;

/** A guest as they see themselves. */
export const presentSelf = async (strapi: Strapi, guest: GuestRow, preview: Self['preview'] = null): Promise<Self> => ({
  documentId: guest.documentId,
  firstName: guest.firstName,
  lastName: guest.lastName,
  locale: guest.language,
  email: guest.email && readableAddress(guest.email),
  login: guest.login,
  title: guest.title,
  mobile: guest.mobile,
  country: guest.country,
  timeZone: guest.timeZone,
  photoUrl: await photoUrlOf(strapi, guest),
  hasPassword: (await findPassword(strapi, guest.documentId)) !== null,
  preview,
});

/** One of a guest's sessions as they see it. @param current the row id of the one they ask in */
export const presentOwnSession = (
  session: OwnSession,
  current: number
): ResponseOf<typeof ListMySessions>['sessions'][number] => ({
  ...presentSession(session),
  current: session.id === current,
});

/** And as an editor does. */
export const presentSession = ({ documentId, door, device, startedAt, seenAt }: OwnSession): GuestSession => ({
  id: documentId,
  door,
  device: deviceOf(device),
  startedAt: new Date(startedAt).toISOString(),
  lastSeenAt: new Date(seenAt).toISOString(),
});
