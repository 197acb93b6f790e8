interface Meant {
  guest: { email: string | null; emailProved: boolean | null } | null;
  contact: { email: string | null; emailUnvouched: boolean | null };
}

/**
 * Where the key of a contact's guest is mailed to: the guest's own address where it is proved to be theirs, else the
 * contact's; null where there is none. `vouched` is false for an address that was set by somebody who may not decide over
 * accesses: it may be anybody's.
 */
export const keyAddressOf = ({ guest, contact }: Meant): { address: string; vouched: boolean } | null => {
  if (guest?.emailProved && guest.email !== null) return { address: guest.email, vouched: true };
  return contact.email === null ? null : { address: contact.email, vouched: contact.emailUnvouched !== true };
};
