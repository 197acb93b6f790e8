import * as React from 'react';
import type { InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { useLoaded } from '../../kernel/loaded';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { LinkField } from './LinkField';

interface RevealDialogProps {
  link: InvitationLink;
  onClose: () => void;
}

/** Shows a link again, where the site can. Rendered only while open. */
export const RevealDialog = ({ link, onClose }: RevealDialogProps) => {
  const { documentId } = link;
  const loaded = useLoaded(
    React.useCallback(
      (signal: AbortSignal) => callApi('RevealInvitationLink', { params: { linkId: documentId }, signal }),
      [documentId]
    )
  );
  return (
    <Modal title={link.name} onClose={onClose}>
      <ModalPart>
        <LoadedView loaded={loaded}>{({ url }) => <LinkField link={link} url={url} />}</LoadedView>
      </ModalPart>
    </Modal>
  );
};
