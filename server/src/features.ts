import { access } from './features/access';
import { activity } from './features/activity';
import { apiDocs } from './features/api-docs';
import { bulkAccess } from './features/bulk-access';
import { bulkGuests } from './features/bulk-guests';
import { contactAccess } from './features/contact-access';
import { contacts } from './features/contacts';
import { credentials } from './features/credentials';
import { duplicates } from './features/duplicates';
import { files } from './features/files';
import { google } from './features/google';
import { guests } from './features/guests';
import { importing } from './features/importing';
import { insight } from './features/insight';
import { invitations } from './features/invitations';
import { jobs } from './features/jobs';
import { joining } from './features/joining';
import { keys } from './features/keys';
import { mail } from './features/mail';
import { me } from './features/me';
import { overview } from './features/overview';
import { passwords } from './features/passwords';
import { portal } from './features/portal';
import { savedViews } from './features/saved-views';
import { posture } from './features/posture';
import { sessions } from './features/sessions';
import { publicApi } from './features/public-api';
import { settings } from './features/settings';
import { site } from './features/site';
import { trail } from './features/trail';
import type { Feature } from './kernel';

/** The map of the plugin. A feature imports only those before it, and only through their `index.ts`. */
export const features: Feature[] = [
  jobs,
  activity,
  settings,
  site,
  mail,
  contacts,
  access,
  passwords,
  guests,
  contactAccess,
  duplicates,
  insight,
  trail,
  overview,
  savedViews,
  credentials,
  keys,
  bulkAccess,
  bulkGuests,
  sessions,
  me,
  joining,
  invitations,
  importing,
  google,
  files,
  posture,
  apiDocs,
  portal,
  publicApi,
];
