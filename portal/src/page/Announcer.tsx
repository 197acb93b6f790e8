import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;
const AnnounceContext = createContext<Announce | null>(null);

/** One live region for the whole page: what happens out of sight is said aloud by screen readers. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [text, setText] = useState('');
  const timer = useRef<number>();

  // Emptied first: the same sentence twice is news twice.
  const announce = useCallback((next: string) => {
    setText('');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setText(next), 50);
  }, []);

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <p className="visually-hidden" role="status" aria-live="polite" data-announcer>
        {text}
      </p>
    </AnnounceContext.Provider>
  );
};

/** Says a text in the live region. */
export const useAnnounce = (): Announce => {
  const announce = useContext(AnnounceContext);
  if (announce === null) throw new Error('useAnnounce stands outside of Announcer');
  return announce;
};
