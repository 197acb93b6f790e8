import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
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
import { drawFor, type Answer } from '../api/request';
import { useBrandColours } from '../brand/useBrandColours';
import { LanguageProvider } from '../language/LanguageProvider';
import { drafts } from './drafts';
import { onNews, tellTabs } from './tabs';
import { useInterruption, type Interruption } from './useInterruption';
import { forgetVisit, rememberVisit, wasHere } from './visit';
import { whoOf } from './whoOf';

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
  /** Asks the server who is logged in and what they may see. */
  readonly start: () => Promise<void>;
  /** To be called when a session has just begun. */
  readonly begin: () => void;
  /** Logs in; answers what went wrong, or null. */
  readonly enter: (logIn: () => Promise<Answer<unknown>>) => Promise<Problem | null>;
  /** Logs out, in all tabs, and takes away what is kept of the guest on this device. */
  readonly leave: (logOut?: () => Promise<Answer<unknown>>) => Promise<Problem | null>;
  /** Logs out so that somebody else may come in; what the guest typed stays kept for them. */
  readonly giveWay: () => Promise<Problem | null>;
  /** Why the page of a guest who was logged in has to wait, with what was typed in it: null where it does not. */
  readonly interruption: Interruption | null;
  /** Asks again who is logged in, and goes on where it is the guest for whom the page was drawn. */
  readonly recheck: () => Promise<unknown>;
  /** Gives the page of the interrupted guest up; what was typed stays kept for them. */
  readonly giveUp: () => void;
  /** What the server says of the guest after they changed it. */
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

  // A call is answered in the next round; what is drawn by then is what counts.
  const drawn = useRef<Guest | null>(null);
  useEffect(() => {
    drawn.current = state.kind === 'in' ? state.guest : null;
  }, [state]);
  const out = useCallback((why: Absence) => {
    drawFor(null);
    setState({ kind: 'out', why });
  }, []);
  const { interruption, recheck, giveUp } = useInterruption(drawn, state.kind === 'in', out);

  const start = useCallback(async () => {
    drawFor(null);
    const me = await getMe();
    if (!me.ok) return setState(stateAfter(me.problem));
    // From here on every call says for whom it is: another guest's rows never come under this one's name.
    drawFor(whoOf(me.data));
    const [access, others] = await Promise.all([getMyAccess(), listColleagues()]);
    if (!access.ok) return setState(stateAfter(access.problem));
    rememberVisit();
    tellTabs({ kind: 'in', who: whoOf(me.data) });
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
    drawFor(null);
    setState({ kind: 'unknown' });
  }, []);

  useEffect(
    () =>
      onNews(({ kind, who }) => {
        const here = drawn.current;
        if (here === null) {
          // A page that shows nobody's is the one that came in.
          if (kind === 'in') setState((previous) => (previous.kind === 'out' ? { kind: 'unknown' } : previous));
        } else if (kind === 'left' && who === whoOf(here)) out('left');
        else if (who !== whoOf(here) || interruption !== null) void recheck();
      }),
    [out, recheck, interruption]
  );

  const enter = useCallback(
    async (logIn: () => Promise<Answer<unknown>>) => {
      const answer = await logIn();
      if (!answer.ok) return answer.problem;
      begin();
      return null;
    },
    [begin]
  );

  const giveWay = useCallback(
    async (end = logOut) => {
      const answer = await end();
      if (!answer.ok && answer.problem.kind === 'other-guest') void recheck();
      if (!answer.ok && answer.problem.kind !== 'unauthorized') return answer.problem;
      forgetVisit();
      out('left');
      return null;
    },
    [out, recheck]
  );

  const leave = useCallback(
    async (end = logOut) => {
      const who = drawn.current === null ? null : whoOf(drawn.current);
      const problem = await giveWay(end);
      if (problem !== null || who === null) return problem;
      drafts().dropAll(who);
      tellTabs({ kind: 'left', who });
      return null;
    },
    [giveWay]
  );

  const setGuest = useCallback((guest: Guest) => {
    setState((previous) => (previous.kind === 'in' ? { ...previous, guest } : previous));
  }, []);

  const notice = useCallback(
    (problem: Problem) => {
      if (problem.kind === 'unauthorized') out('ended');
      if (isOff(problem)) out('off');
    },
    [out]
  );

  const session = useMemo<Session>(() => {
    const siteName = site?.name ?? window.location.hostname;
    return {
      state,
      site,
      siteProblem,
      siteName,
      askSite,
      start,
      begin,
      enter,
      leave,
      giveWay,
      setGuest,
      notice,
      interruption,
      recheck,
      giveUp,
    };
  }, [
    state,
    site,
    siteProblem,
    askSite,
    start,
    begin,
    enter,
    leave,
    giveWay,
    setGuest,
    notice,
    interruption,
    recheck,
    giveUp,
  ]);
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
