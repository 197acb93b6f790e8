import * as React from 'react';
import { letsIn, type GuestState } from '../../../../contract/contact-access';
import type { Permission } from '../../../../contract/routes';
import { AccessDialog } from '../contact-access';
import { usePreview } from '../insight';
import type { GuestTool } from './GuestMenu';

interface Shown {
  documentId: string;
  state: GuestState;
  /** The contact whose access it is; null where there is none, or its reader may not see it. */
  contactId: string | null;
}

/** What a guest's menu leads to: the window with their access and key, and the portal as they see it. */
export const useGuestTools = (may: (permission: Permission) => boolean) => {
  const { start: preview } = usePreview();
  const [opened, setOpened] = React.useState<string | null>(null);
  return {
    toolsFor: ({ state, contactId }: Shown): GuestTool[] => [
      ...(contactId !== null && may('access.read') ? (['access'] as const) : []),
      ...(letsIn(state) && may('access.preview') ? (['preview'] as const) : []),
    ],
    open: (tool: GuestTool, { documentId, contactId }: Shown) =>
      tool === 'access' ? setOpened(contactId) : void preview(documentId),
    /** The window to render. */
    window: opened !== null && <AccessDialog contactId={opened} onClose={() => setOpened(null)} />,
  };
};
