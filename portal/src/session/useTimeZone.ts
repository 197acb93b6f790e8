import { isKnownZone } from '../language/wallTime';
import { useSession } from './SessionProvider';

const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone in which the reader reads and types times: their own, else the site's, else the browser's. */
export const useTimeZone = (): string => {
  const { state, site } = useSession();
  const own = state.kind === 'in' ? state.guest.timeZone : null;
  return [own, site?.timeZone ?? null].find((zone) => zone !== null && isKnownZone(zone)) ?? browserZone();
};

/** The time zone to be named beside a time that is typed: null where it is the one of this device. */
export const useForeignZone = (): string | null => {
  const zone = useTimeZone();
  return zone === browserZone() ? null : zone;
};
