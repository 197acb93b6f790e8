import { useState } from 'react';
import type { JoinOutcome } from '../../../contract/joining';
import { verificationPattern } from '../../../contract/constants';
import { previewJoin } from '../api/guestAccess';
import { hasCode, type Problem } from '../api/problem';
import { useSession } from '../session/SessionProvider';
import { AsNobody } from './AsNobody';
import { ConfirmJoinForm } from './ConfirmJoinForm';
import { useSecret } from './LinkProvider';
import { LinkPage } from './LinkPage';
import { Message, toLogin, type Way } from './Message';

const Dead = ({ problem }: { readonly problem: Problem | null }) => {
  const { site } = useSession();
  if (problem !== null && hasCode(problem, 'link_used_up')) {
    return <Message title="invitation.full.title" text="invitation.full.text" />;
  }
  const again: readonly Way[] = site?.signInMethods.includes('join') ? [{ path: '/join', label: 'join.again' }] : [];
  return <Message title="confirm.dead.title" text="confirm.dead.text" ways={[...again, toLogin]} />;
};

/** The page behind the mail that proves an address: names and a password, and one is in. */
export const ConfirmJoinPage = () => {
  const found = useSecret(verificationPattern);
  const [outcome, setOutcome] = useState<Exclude<JoinOutcome, 'session'> | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);

  if (outcome === 'waiting') return <Message title="confirm.waiting.title" text="confirm.waiting.text" />;
  if (outcome === 'registered') return <Message title="confirm.registered.title" text="confirm.registered.text" />;
  if (refused !== null) return <Dead problem={refused} />;
  if (found.kind === 'none') return <Message title="reopen.title" text="reopen.mail" />;
  if (found.kind === 'malformed') return <Dead problem={null} />;
  return (
    <LinkPage
      key={found.secret}
      secret={found.secret}
      preview={previewJoin}
      dead={(problem) => <Dead problem={problem} />}
    >
      {(preview) => (
        <AsNobody>
          <ConfirmJoinForm token={found.secret} preview={preview} onOutcome={setOutcome} onRefused={setRefused} />
        </AsNobody>
      )}
    </LinkPage>
  );
};
