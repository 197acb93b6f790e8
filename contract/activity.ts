import { mixed, object, string, type InferType } from 'yup';
import { eventStream } from './endpoint';

/** Everything that the activity log knows to tell. */
export const activityActions = [
  'access.saved',
  'access.deleted',
  'key.issued',
  'key.revealed',
  'key.revoked',
  'key.sent',
  'key.prolonged',
  'guest.logged-in',
  'preview.started',
  'guest.created',
  'guest.updated',
  'guest.invited',
  'guest.approved',
  'guest.closed',
  'guest.opened',
  'guest.deleted',
  'guest.address-freed',
  'guest.joined',
  'password.set',
  'password.changed',
  'password.reset-asked',
  'email.change-asked',
  'email.changed',
  'email.undone',
  'session.ended',
  'invitation-link.created',
  'invitation-link.revealed',
  'invitation-link.revoked',
  'settings.saved',
  'contacts.exported',
  'guests.exported',
  'trail.exported',
  'trail.purged',
  'list.seen',
  'row.seen',
  'row.created',
  'row.updated',
  'row.deleted',
  'entrance.refused',
  'posture.accepted',
  'posture.reopened',
  'posture.repaired',
] as const;
export type ActivityAction = (typeof activityActions)[number];

export const actorKinds = ['guest', 'editor', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who did something; their name as it was then. */
export const activityActor = object({
  kind: mixed<ActorKind>()
    .oneOf([...actorKinds])
    .required(),
  name: string().nullable().defined(),
});

/** A line of the log. */
export const activityEntry = object({
  at: string().required(),
  action: mixed<ActivityAction>()
    .oneOf([...activityActions])
    .required(),
  /** documentId of the guest it is about. */
  guest: string().nullable().defined(),
  actor: activityActor.required(),
});
export type ActivityEntry = InferType<typeof activityEntry>;

/**
 * GET /activity/stream — the activity log as it grows. Who the guest is, in `guest` and as the actor, is told to whoever may read
 * guests; to others both are null. 429 `too_many_requests` where the caller listens too often already, 503 `streams_full`.
 */
export const StreamActivity = eventStream('StreamActivity', { activity: activityEntry });
