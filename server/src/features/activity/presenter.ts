import type { EventOf, StreamActivity } from '../../../../contract';
import type { ActivityRow } from './repository';

type Activity = Extract<EventOf<typeof StreamActivity>, { name: 'activity' }>['data'];

/** A row as editors read it. @param showsGuest whether they may know who the guest is */
export const presentActivity = ({ at, action, guest, actor }: ActivityRow, showsGuest: boolean): Activity => ({
  at: new Date(at).toISOString(),
  action,
  guest: showsGuest ? guest : null,
  actor: { kind: actor.kind, name: actor.kind === 'guest' && !showsGuest ? null : actor.name },
});
