import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  getMe,
  getMyAccess,
  getSite,
  listColleagues,
  logOut,
  type Colleague,
  type Guest,
  type Section,
  type Site,
} from '../api/guestAccess';
import { isOff, type Problem } from '../api/problem';
import type { Answer } from '../api/request';
import { useBrandColours } from '../brand/useBrandColours';
import { LanguageProvider } from '../language/LanguageProvider';
import { forgetVisit, rememberVisit, wasHere } from './visit';

/** Why nobody is logged in: never was, not any more, logged out here, or the site has closed guest access. */
export const absences = ['never', 'ended', 'left', 'off'] as const;
export type Absence = (typeof absences)[number];

export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'out'; readonly why: Absence }
  | {
      readonly kind: 'in';
      readonly guest: Guest;
      readonly sections: readonly Section[];
      readonly colleagues: readonly Colleague[];
    };

interface Session {
  readonly state: SessionState;
  /** Null until the site has answered. */
  readonly site: Site | null;
  /** Why it has not. */
  readonly siteProblem: Problem | null;
  /** What to call the site, in any case. */
  readonly siteName: string;
  /** Asks the site for its doors, looks and words, again. */
  readonly askSite: () => Promise<void>;
  /** Asks the server who is logged in and what he may see. */
  readonly start: () => Promise<void>;
  /** To be called when a session has just begun. */
  readonly begin: () => void;
  /** Logs in; answers what went wrong, or null. */
  readonly enter: (logIn: () => Promise<Answer<unknown>>) => Promise<Problem | null>;
  readonly leave: (logOut?: () => Promise<Answer<unknown>>) => Promise<Problem | null>;
  /** What the server says of the guest after he changed it. */
  readonly setGuest: (guest: Guest) => void;
  /**
   * To be called with each problem of a reading: where it says that nobody is logged in any more, or that guest
   * access is closed for now, the page says so.
   */
  readonly notice: (problem: Problem) => void;
}

const SessionContext = createContext<Session | null>(null);

const stateAfter = (problem: Problem): SessionState => {
  if (problem.kind === 'unauthorized') return { kind: 'out', why: wasHere() ? 'ended' : 'never' };
  if (isOff(problem)) return { kind: 'out', why: 'off' };
  return { kind: 'unavailable' };
};

/** In a preview nothing can be changed: the server refuses it, and the page does not offer it. */
const toReadOnly = (section: Section): Section => ({
  ...section,
  actions: section.actions.filter((action) => action === 'find' || action === 'findOne'),
});

/** Knows the site and the guest, and gives the page its language and colour. */
export const SessionProvider = ({ children }: { readonly children: ReactNode }) => {
  const [site, setSite] = useState<Site | null>(null);
  const [siteProblem, setSiteProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<SessionState>({ kind: 'unknown' });
  useBrandColours(site?.brand.colour ?? null);

  const askSite = useCallback(async () => {
    const answer = await getSite();
    if (answer.ok) setSite(answer.data);
    setSiteProblem(answer.ok ? null : answer.problem);
  }, []);

  useEffect(() => {
    void askSite();
  }, [askSite]);

  const start = useCallback(async () => {
    const [me, access, others] = await Promise.all([getMe(), getMyAccess(), listColleagues()]);
    if (!me.ok) return setState(stateAfter(me.problem));
    if (!access.ok) return setState(stateAfter(access.problem));
    rememberVisit();
    const { sections } = access.data;
    // The page works without them, so their absence is no reason to keep anybody out.
    const colleagues = others.ok ? others.data.colleagues : [];
    setState({
      kind: 'in',
      guest: me.data,
      sections: me.data.preview === null ? sections : sections.map(toReadOnly),
      colleagues,
    });
  }, []);

  const begin = useCallback(() => {
    rememberVisit();
    setState({ kind: 'unknown' });
  }, []);

  const enter = useCallback(
    async (logIn: () => Promise<Answer<unknown>>) => {
      const answer = await logIn();
      if (!answer.ok) return answer.problem;
      begin();
      return null;
    },
    [begin]
  );

  const leave = useCallback(async (end = logOut) => {
    const answer = await end();
    if (!answer.ok && answer.problem.kind !== 'unauthorized') return answer.problem;
    forgetVisit();
    setState({ kind: 'out', why: 'left' });
    return null;
  }, []);

  const setGuest = useCallback((guest: Guest) => {
    setState((previous) => (previous.kind === 'in' ? { ...previous, guest } : previous));
  }, []);

  const notice = useCallback((problem: Problem) => {
    if (problem.kind === 'unauthorized') setState({ kind: 'out', why: 'ended' });
    if (isOff(problem)) setState({ kind: 'out', why: 'off' });
  }, []);

  const session = useMemo<Session>(() => {
    const siteName = site?.name ?? window.location.hostname;
    return { state, site, siteProblem, siteName, askSite, start, begin, enter, leave, setGuest, notice };
  }, [state, site, siteProblem, askSite, start, begin, enter, leave, setGuest, notice]);
  return (
    <SessionContext.Provider value={session}>
      <LanguageProvider
        guestLocale={state.kind === 'in' ? state.guest.locale : null}
        siteLocale={site?.defaultLocale ?? null}
      >
        {children}
      </LanguageProvider>
    </SessionContext.Provider>
  );
};

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside of SessionProvider');
  return session;
};
