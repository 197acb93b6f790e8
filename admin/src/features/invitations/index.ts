export { ArrivalsDialog } from './ArrivalsDialog';
export { InvitationDialog } from './InvitationDialog';
export { LinksTable } from './LinksTable';
export { RevealDialog } from './RevealDialog';
export { useLinks } from './useLinks';
export { useRevoke } from './useRevoke';
