import type { InvitationLink } from '../../../../contract/invitations';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';
import { LinkField } from './LinkField';

interface RevealDialogProps {
  link: InvitationLink;
  onClose: () => void;
}

/** Shows a link again, where the site can. Rendered only while open. */
export const RevealDialog = ({ link, onClose }: RevealDialogProps) => {
  const { documentId } = link;
  const loaded = useData('RevealInvitationLink', { params: { linkId: documentId } });
  return (
    <Modal title={link.name} onClose={onClose}>
      <ModalPart>
        <LoadedView loaded={loaded}>{({ url }) => <LinkField link={link} url={url} />}</LoadedView>
      </ModalPart>
    </Modal>
  );
};
