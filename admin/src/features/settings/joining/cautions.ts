import type { Settings, SettingsCaution } from '../../../../../contract';

type Caution = SettingsCaution['caution'];

/** Whether something deserves a second look, wherever it stands. */
export const isCautioned = (cautions: readonly SettingsCaution[], caution: Caution): boolean =>
  cautions.some((one) => one.caution === caution);

/** Whether people who ask to join wait for an agreement that nobody is asked for. */
export const isUnheard = ({ mode, addAs, approval, notify }: Settings['joining']): boolean =>
  mode !== 'nobody' && addAs === 'guest' && approval && notify.length === 0;
