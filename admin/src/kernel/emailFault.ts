import { addressFault, cleanAddress, type PlainAddressFault } from '../../../contract/address';

/** What is wrong with a typed address, told at once; whether it is really one is for the server's parser to say. */
export const emailFault = (typed: string): `contacts.fault.email.${PlainAddressFault}` | null => {
  const fault = addressFault(cleanAddress(typed));
  return fault === null ? null : `contacts.fault.email.${fault}`;
};
