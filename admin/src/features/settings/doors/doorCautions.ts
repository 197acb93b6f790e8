import type { Settings } from '../../../../../contract';

/** What deserves a second look: nobody can come in, or people set a password that opens nothing. */
export const doorCautions = ({
  doors,
  joining,
}: Pick<Settings, 'doors' | 'joining'>): ('all-shut' | 'password-for-nothing')[] => [
  ...(doors.key || doors.password ? [] : (['all-shut'] as const)),
  ...(doors.key && !doors.password && joining.mode !== 'nobody' && joining.addAs === 'guest'
    ? (['password-for-nothing'] as const)
    : []),
];
