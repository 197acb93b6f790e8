import * as access from './access';
import * as activity from './activity';
import * as apiDocs from './api-docs';
import * as bulkAccess from './bulk-access';
import * as bulkGuests from './bulk-guests';
import * as contactAccess from './contact-access';
import * as contacts from './contacts';
import * as credentials from './credentials';
import * as duplicates from './duplicates';
import * as google from './google';
import * as guests from './guests';
import * as importing from './importing';
import * as insight from './insight';
import * as invitations from './invitations';
import * as jobs from './jobs';
import * as joining from './joining';
import * as keys from './keys';
import * as mail from './mail';
import * as me from './me';
import * as overview from './overview';
import * as posture from './posture';
import type { EndpointName } from './routes';
import * as savedViews from './saved-views';
import * as sessions from './sessions';
import * as settings from './settings';
import * as site from './site';
import * as trail from './trail';

const exported = {
  ...access,
  ...activity,
  ...apiDocs,
  ...bulkAccess,
  ...bulkGuests,
  ...contactAccess,
  ...contacts,
  ...credentials,
  ...duplicates,
  ...google,
  ...guests,
  ...importing,
  ...insight,
  ...invitations,
  ...jobs,
  ...joining,
  ...keys,
  ...mail,
  ...me,
  ...savedViews,
  ...overview,
  ...posture,
  ...sessions,
  ...settings,
  ...site,
  ...trail,
};

/** Every endpoint's type by its name. A route without its endpoint does not compile. */
export type Contract = Pick<typeof exported, EndpointName>;

/** Every endpoint by its name. */
export const contract: Contract = exported;
