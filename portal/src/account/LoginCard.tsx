import type { Login } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { useTimeZone } from '../session/useTimeZone';
import { deviceName } from './deviceName';
import { relativeTime } from './relativeTime';

interface LoginCardProps {
  readonly login: Login;
  /** Null where they may only look. */
  readonly onEnd: (() => void) | null;
}

const doorKeys = { key: 'sessions.byKey', password: 'sessions.byPassword', join: 'sessions.byJoining' } as const;

/** One login: on what device, by which door, last used when. */
export const LoginCard = ({ login, onEnd }: LoginCardProps) => {
  const { t, locale } = useLanguage();
  const timeZone = useTimeZone();
  const { device, door, current, startedAt, lastSeenAt } = login;
  const name = deviceName(device, t);
  const at = (iso: string) => new Date(iso).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return (
    <li className="row-card login-card">
      <div>
        <p className="row-name">
          {name}
          {current && <span className="tag">{t('sessions.current')}</span>}
        </p>
        <p className="hint">
          {t(doorKeys[door])} · {t('sessions.since', { time: at(startedAt) })}
        </p>
        <p className="hint" title={at(lastSeenAt)}>
          {t('sessions.lastSeen', { time: relativeTime(new Date(lastSeenAt), new Date(), locale) })}
        </p>
      </div>
      {onEnd !== null && (
        <button
          type="button"
          className="button"
          aria-label={t(current ? 'sessions.endCurrent' : 'sessions.endOf', { device: name })}
          onClick={onEnd}
        >
          {t(current ? 'logOut' : 'sessions.end')}
        </button>
      )}
    </li>
  );
};
