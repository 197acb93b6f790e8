import type { Finding } from '../finding';
import { ruleAll, unheldAccessTypes } from './access-types';
import { publicFiles, selfCheck, siteRoles } from './content';
import { deadGrants, unusedGuests } from './guests';
import { anybodyJoins, freeMailDomains } from './joining';
import { endlessKeys, keysOfClosed, longKeys } from './keys';
import { apiTokens, rolesBeyond, rolesSeeRows } from './roles';
import {
  failedMails,
  limitsOff,
  longSessions,
  plainHttp,
  proxyAddresses,
  shortPasswords,
  strapiHoles,
  unencryptedMail,
} from './site';

/** All that is looked for. Their order in an answer is the contract's. */
export const findings: readonly Finding[] = [
  siteRoles,
  strapiHoles,
  selfCheck,
  plainHttp,
  limitsOff,
  proxyAddresses,
  freeMailDomains,
  anybodyJoins,
  ruleAll,
  publicFiles,
  rolesBeyond,
  rolesSeeRows,
  apiTokens,
  endlessKeys,
  longKeys,
  keysOfClosed,
  unusedGuests,
  deadGrants,
  unheldAccessTypes,
  unencryptedMail,
  failedMails,
  longSessions,
  shortPasswords,
];
