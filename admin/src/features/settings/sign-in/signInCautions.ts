import type { Settings } from '../../../../../contract';

/** What deserves a second look: nobody can come in, or people set a password that opens nothing. */
export const signInCautions = ({
  signInMethods,
  joining,
}: Pick<Settings, 'signInMethods' | 'joining'>): ('all-shut' | 'password-for-nothing')[] => [
  ...(signInMethods.key || signInMethods.password ? [] : (['all-shut'] as const)),
  ...(signInMethods.key && !signInMethods.password && joining.mode !== 'nobody' && joining.addAs === 'guest'
    ? (['password-for-nothing'] as const)
    : []),
];
