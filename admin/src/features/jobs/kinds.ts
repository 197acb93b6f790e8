import { messageKinds } from '../../../../contract/mail';
import { oneOf } from '../../kernel/list/address';
import type { Translate } from '../../kernel/translate';

/** The kinds of jobs that have words. */
export const namedKinds = [
  'bulk-access.run',
  'bulk-guests.run',
  'importing.apply',
  'importing.check',
  'importing.undo',
  'schedule.credentials.purge',
  'schedule.importing.purge',
  'schedule.google.purge',
  'schedule.joining.purge',
  'schedule.jobs.purge',
  'schedule.mail.purge',
  'schedule.sessions.purge',
  'schedule.trail.purge',
  'trail.seal',
] as const;

/** A listener that is told what happens has a job of its own, by its name. */
const events = 'events.';

/** What a job does, in words; a kind that this version does not know is shown by its name. */
export const jobName = (translate: Translate, kind: string): string => {
  if (kind.startsWith(events)) return translate('jobs.kind.events', { name: kind.slice(events.length) });
  const named = oneOf(namedKinds, kind);
  return named === undefined ? kind : translate(`jobs.kind.${named}`);
};

/** A kind of mail, in the words of the settings. */
export const mailName = (translate: Translate, kind: string): string => {
  const known = oneOf(messageKinds, kind);
  return known === undefined ? kind : translate(`settings.mail.${known}`);
};
