import * as React from 'react';
import type { InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { invitationOf, newInvitation, sameInvitation, type InvitationDraft } from './draft';
import { faultsOf, type InvitationFaults } from './faults';

/** The form of a new link: its fields, its faults, saving; and the link, once it is there. */
export const useInvitationForm = (onCreated: (link: InvitationLink) => void) => {
  const [draft, setDraft] = React.useState<InvitationDraft>(newInvitation);
  const [faults, setFaults] = React.useState<InvitationFaults>({});
  const [error, setError] = React.useState<unknown>(null);
  const [isSaving, setSaving] = React.useState(false);
  const [created, setCreated] = React.useState<{ link: InvitationLink; url: string } | null>(null);

  const change = (changed: Partial<InvitationDraft>) => {
    setDraft((now) => ({ ...now, ...changed }));
    setFaults({});
  };
  const save = async () => {
    setError(null);
    setSaving(true);
    try {
      const answer = await callApi('CreateInvitationLink', { body: invitationOf(draft, new Date()) });
      setCreated(answer);
      onCreated(answer.link);
    } catch (failure) {
      const found = faultsOf(failure);
      setFaults(found);
      if (Object.keys(found).length === 0) setError(failure);
    }
    setSaving(false);
  };
  return { draft, faults, error, isSaving, created, isDirty: !sameInvitation(draft, newInvitation), change, save };
};

export type InvitationForm = ReturnType<typeof useInvitationForm>;
