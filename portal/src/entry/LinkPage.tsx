import { useCallback, type ReactNode } from 'react';
import { hasCode, type Problem } from '../api/problem';
import type { Answer } from '../api/request';
import { useQuery } from '../api/useQuery';
import { Loading } from '../page/Loading';
import { ErrorNotice } from '../page/ErrorNotice';
import { Unavailable } from '../page/Unavailable';
import { AbsencePage } from '../session/AbsencePage';

interface LinkPageProps<Preview> {
  readonly secret: string;
  /** Asks what the link is about. It changes nothing on the server: a scanner that runs scripts does as much. */
  readonly preview: (secret: string) => Promise<Answer<Preview>>;
  /** Where the link is not good, whatever the reason. */
  readonly dead: (problem: Problem) => ReactNode;
  readonly children: (preview: Preview) => ReactNode;
}

/** A page behind a link that is looked at first, so that it can say whom and what it is about. */
export const LinkPage = <Preview,>({ secret, preview, dead, children }: LinkPageProps<Preview>) => {
  const { data, problem, reload } = useQuery(useCallback(() => preview(secret), [preview, secret]));
  if (data !== null) return children(data);
  if (problem === null) return <Loading />;
  if (hasCode(problem, 'feature_off')) return <AbsencePage why="off" />;
  switch (problem.kind) {
    case 'unauthorized':
    case 'conflict':
    case 'invalid':
      return dead(problem);
    case 'unavailable':
    case 'offline':
      return <Unavailable retry={reload} />;
    default:
      return <ErrorNotice problem={problem} retry={reload} />;
  }
};
