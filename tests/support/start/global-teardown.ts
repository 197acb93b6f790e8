import { expectEnded } from './ended';

declare global {
  /** Put there by global-setup.ts. */
  var stopSite: () => Promise<void>;
}

export default async function globalTeardown(): Promise<void> {
  await globalThis.stopSite();
  await expectEnded();
}
