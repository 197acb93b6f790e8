import { createContext, useContext, useEffect } from 'react';
import { Outlet } from 'react-router-dom';
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

/** Shows the pages below it to a guest who is logged in; to anybody else a page that says how to come in. */
export const RequireSession = () => {
  const { state, start } = useSession();

  useEffect(() => {
    if (state.kind === 'unknown') void start();
  }, [state.kind, start]);

  switch (state.kind) {
    case 'unknown':
      return <Loading />;
    case 'unavailable':
      return <Unavailable retry={() => void start()} />;
    case 'out':
      return <AbsencePage why={state.why} />;
    case 'in':
      return (
        <AccessContext.Provider value={state}>
          <Outlet />
        </AccessContext.Provider>
      );
  }
};

/** The guest and what he may see. Only below `RequireSession`. */
export const useAccess = (): Access => {
  const access = useContext(AccessContext);
  if (access === null) throw new Error('useAccess stands outside of RequireSession');
  return access;
};
