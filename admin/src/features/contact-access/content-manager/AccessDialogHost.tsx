import * as React from 'react';
import { AccessDialog } from '../AccessDialog';
import { closeAccessDialog, useOpenContact } from './dialogStore';

/**
 * Holds the dialog on the content manager's pages. The content manager can show a dialog of an action by itself, but
 * such a dialog closes on Escape without asking, and unsaved grants would be lost.
 */
export const AccessDialogHost = () => {
  const contactId = useOpenContact();
  React.useEffect(() => closeAccessDialog, []);
  return contactId === null ? null : <AccessDialog key={contactId} contactId={contactId} onClose={closeAccessDialog} />;
};
