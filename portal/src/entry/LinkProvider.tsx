import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { readSecret, takeFragment, type SecretInLink } from '../session/secretInLink';

interface Link {
  readonly fragment: string;
  /** Hands a secret to the page that is opened next, where no link brought it. */
  readonly hand: (secret: string) => void;
  readonly drop: () => void;
}

const LinkContext = createContext<Link | null>(null);

interface LinkProviderProps {
  /** Taken out of the address before the page was drawn. */
  readonly fragment: string;
  readonly children: ReactNode;
}

/** Keeps the secret of the link that was opened: in this page's memory only, so that a reload forgets it. */
export const LinkProvider = ({ fragment: given, children }: LinkProviderProps) => {
  const [fragment, setFragment] = useState(given);

  useEffect(() => {
    // Another link pasted into the same tab loads no new page.
    const onHashChange = () => {
      const next = takeFragment();
      if (next !== '') setFragment(next);
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);

  const hand = useCallback((secret: string) => setFragment(`#${secret}`), []);
  const drop = useCallback(() => setFragment(''), []);
  const link = useMemo<Link>(() => ({ fragment, hand, drop }), [fragment, hand, drop]);
  return <LinkContext.Provider value={link}>{children}</LinkContext.Provider>;
};

export const useLink = (): Link => {
  const link = useContext(LinkContext);
  if (link === null) throw new Error('useLink stands outside of LinkProvider');
  return link;
};

/** The secret that this page is behind, as far as it can be one of its form. It is forgotten as the page is left. */
export const useSecret = (pattern: RegExp): SecretInLink => {
  const { fragment, drop } = useLink();
  useEffect(() => drop, [drop]);
  return useMemo(() => readSecret(fragment, pattern), [fragment, pattern]);
};
