import type { Settings, SettingsCaution } from '../../../../../contract';
import { valueIn } from '../issues';
import type { Verdicts } from '../useFaults';

type Caution = SettingsCaution['caution'];

/** Whether something deserves a second look, wherever it stands. */
export const isCautioned = (cautions: readonly SettingsCaution[], caution: Caution): boolean =>
  cautions.some((one) => one.caution === caution);

/** Whether people who ask to join wait for an agreement that nobody is asked for. */
export const isUnheard = ({ mode, addAs, approval, notify }: Settings['joining']): boolean =>
  mode !== 'nobody' && addAs === 'guest' && approval && notify.length === 0;

/**
 * The cautions about a value. The server speaks of the settings as they are saved, so they count where the value now at
 * the place is among those it spoke of: a list may have been changed above it.
 */
export const cautionsAt = (
  { cautions, saved }: Pick<Verdicts, 'cautions' | 'saved'>,
  path: string,
  value: string
): Caution[] => {
  const pattern = path.replace(/\[\d+\]/g, '[]');
  const said = cautions.filter(
    (one) => one.path.replace(/\[\d+\]/g, '[]') === pattern && valueIn(saved, one.path) === value
  );
  return [...new Set(said.map(({ caution }) => caution))];
};
