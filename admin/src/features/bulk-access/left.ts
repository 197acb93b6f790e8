import type { ContactOutcome } from '../../../../contract/bulk-access';

/** Why a contact did not get all, in one word; null where they did. */
export const reasonOf = ({ access, key, mail }: ContactOutcome) => {
  if (access === 'contact-gone') return access;
  if (key !== null && key !== 'issued' && key !== 'kept') return key;
  return mail === null || mail === 'queued' || mail === 'repeated' || mail === 'had-key' ? null : mail;
};
