import * as access from './access';
import * as activity from './activity';
import * as apiDocs from './api-docs';
import * as contacts from './contacts';
import * as coverage from './coverage';
import * as credentials from './credentials';
import * as guests from './guests';
import * as insight from './insight';
import * as invitations from './invitations';
import * as jobs from './jobs';
import * as joining from './joining';
import * as keys from './keys';
import * as mails from './mails';
import type { EndpointName } from './routes';
import * as sessions from './sessions';
import * as settings from './settings';

const exported = {
  ...access,
  ...activity,
  ...apiDocs,
  ...contacts,
  ...coverage,
  ...credentials,
  ...guests,
  ...insight,
  ...invitations,
  ...jobs,
  ...joining,
  ...keys,
  ...mails,
  ...sessions,
  ...settings,
};

/** Every endpoint's type by its name. A route without its endpoint does not compile. */
export type Contract = Pick<typeof exported, EndpointName>;

/** Every endpoint by its name. */
export const contract: Contract = exported;
