import { parseAddress, type Address } from './address';
import { invalidBody } from './errors';

/** The address that somebody typed into the field `email` of a body. @throws 400 `invalid_body` */
export const requireAddress = (typed: string): Address => {
  const parsed = parseAddress(typed);
  if (parsed.kind === 'address') return parsed;
  throw invalidBody(['email'], `email is not an address (${parsed.reason})`);
};
