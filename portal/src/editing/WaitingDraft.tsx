import { useState } from 'react';
import { DraftNotice } from '../page/DraftNotice';
import { drafts } from '../session/drafts';
import { useFoundDraft } from '../session/useDraft';
import { useAccess } from '../session/RequireSession';
import { whoOf } from '../session/whoOf';

interface WaitingDraftProps {
  /** From `rowDraftName`. */
  readonly name: string;
  readonly onResume: () => void;
}

/** Says on a row's page that something was typed there and is not saved. */
export const WaitingDraft = ({ name, onResume }: WaitingDraftProps) => {
  const { guest } = useAccess();
  const draft = useFoundDraft(name);
  const [isDiscarded, setDiscarded] = useState(false);
  if (draft === null || isDiscarded) return null;
  const discard = () => {
    drafts().drop(whoOf(guest), name);
    setDiscarded(true);
  };
  return (
    <DraftNotice
      draft={draft}
      text="draft.waiting"
      ways={[
        { label: 'draft.resume', take: onResume },
        { label: 'draft.discard', take: discard },
      ]}
    />
  );
};
