import type { Contact } from '../../../../contract/contacts';
import { pairOf } from './pair';

const contact = (documentId: string, accessState: Contact['accessState']) => ({ documentId, accessState }) as Contact;

it.each([
  ['none', 'none', 'older'],
  ['none', 'open', 'newer'],
  ['closed', 'open', 'older'],
  [null, null, 'older'],
] as const)('of one with the access %s and a newer one with %s stays the %s', (older, newer, kept) => {
  expect(pairOf(contact('older', older), contact('newer', newer)).kept.documentId).toBe(kept);
});
