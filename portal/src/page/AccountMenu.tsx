import { useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Photo } from './Photo';
import { useLanguage } from '../language/LanguageProvider';
import { colleaguesPath } from './sectionPath';
import { fullName } from '../session/fullName';
import { useSession } from '../session/SessionProvider';
import { LanguageSelect } from './LanguageSelect';
import { LogOutButton } from './LogOutButton';

/**
 * What is about the guest themselves: a button that shows links (the disclosure pattern of the ARIA Authoring Practices). It closes
 * by Escape, by a press elsewhere, as the focus leaves it, and once one is somewhere else.
 */
export const AccountMenu = () => {
  const { t } = useLanguage();
  const { state } = useSession();
  const { key } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);

  useEffect(() => setOpen(false), [key]);

  useEffect(() => {
    if (!open) return;
    const closeBy = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('keydown', closeBy);
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('keydown', closeBy);
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  if (state.kind !== 'in') return null;
  const { guest, colleagues } = state;
  const name = fullName(guest);
  const links = [
    { path: '/', label: t('home.title') },
    { path: '/profile', label: t('profile.title') },
    { path: '/sessions', label: t('sessions.title') },
    ...(colleagues.length > 0 ? [{ path: colleaguesPath, label: t('colleagues.title') }] : []),
  ];
  return (
    <div ref={box} className="menu">
      <button
        ref={button}
        type="button"
        className="button quiet menu-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        <Photo guest={guest} />
        <span className="visually-hidden">{t('menu.of', { name })}</span>
        <span className="who" aria-hidden="true">
          {name}
        </span>
        <span className="menu-arrow" aria-hidden="true" />
      </button>
      <div id={id} className="menu-panel" hidden={!open}>
        <ul className="plain">
          {links.map(({ path, label }) => (
            <li key={path}>
              <Link to={path}>{label}</Link>
            </li>
          ))}
        </ul>
        <LanguageSelect />
        {guest.preview === null && <LogOutButton />}
      </div>
    </div>
  );
};
