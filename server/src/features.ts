import { access } from './features/access';
import { activity } from './features/activity';
import { contacts } from './features/contacts';
import { credentials } from './features/credentials';
import { files } from './features/files';
import { guests } from './features/guests';
import { invitations } from './features/invitations';
import { joining } from './features/joining';
import { keys } from './features/keys';
import { mail } from './features/mail';
import { passwords } from './features/passwords';
import { portal } from './features/portal';
import { sessions } from './features/sessions';
import { settings } from './features/settings';
import type { Feature } from './kernel';

/** The map of the plugin. A feature imports only those before it, and only through their `index.ts`. */
export const features: Feature[] = [
  activity,
  settings,
  mail,
  contacts,
  access,
  passwords,
  guests,
  credentials,
  keys,
  sessions,
  joining,
  invitations,
  files,
  portal,
];
