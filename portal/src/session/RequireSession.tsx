import { createContext, useContext, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import type { Colleague, Guest, Section } from '../api/guestAccess';
import { Loading } from '../page/Loading';
import { Unavailable } from '../page/Unavailable';
import { AbsencePage } from './AbsencePage';
import { useSession } from './SessionProvider';

interface Access {
  readonly guest: Guest;
  readonly sections: readonly Section[];
  readonly colleagues: readonly Colleague[];
}
const AccessContext = createContext<Access | null>(null);

/** Shows the pages below it to a guest who is logged in; anybody else logs in first, and comes back. */
export const RequireSession = () => {
  const { state, start } = useSession();
  const { pathname, search } = useLocation();

  useEffect(() => {
    if (state.kind === 'unknown') void start();
  }, [state.kind, start]);

  switch (state.kind) {
    case 'unknown':
      return <Loading />;
    case 'unavailable':
      return <Unavailable retry={() => void start()} />;
    case 'out':
      if (state.why === 'off') return <AbsencePage why="off" retry={() => void start()} />;
      // Who has logged out may not be who comes next.
      return <Navigate to="/login" replace state={state.why === 'left' ? null : { from: pathname + search }} />;
    case 'in':
      return (
        <AccessContext.Provider value={state}>
          <Outlet />
        </AccessContext.Provider>
      );
  }
};

/** The guest and what they may see. Only below `RequireSession`. */
export const useAccess = (): Access => {
  const access = useContext(AccessContext);
  if (access === null) throw new Error('useAccess stands outside of RequireSession');
  return access;
};
