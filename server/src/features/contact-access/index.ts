import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

export { contactOf, guestOf, noteOf } from './contact';
export { presentShownAccess } from './presenter';
export { keyAddressOf } from './rules';

/** A contact's access as the editor's dialog shows it, and what is given to many at once (O4–O7). */
export const contactAccess: Feature = { name: 'contact-access', endpoints };
