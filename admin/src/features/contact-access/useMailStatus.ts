import * as React from 'react';
import type { ContactAccess } from '../../../../contract/contact-access';
import { useData } from '../../kernel/useData';

const everyMs = 2_000;
const waitMs = 30_000;

type Seen = Pick<ContactAccess, 'mail' | 'key'>;

/**
 * The mail of the key, and the key (which sending may have remade), as they stand now: while a mail is queued the server
 * is asked every two seconds, for half a minute.
 */
export const useMailStatus = (access: ContactAccess): Seen => {
  const [isWaiting, setWaiting] = React.useState(false);
  const params = { contactId: access.contact.documentId };
  const { value } = useData('GetContactAccess', { params }, { everyMs: isWaiting ? everyMs : 0 });
  const { mail, key } = value ?? access;
  React.useEffect(() => {
    setWaiting(mail?.status === 'queued');
    const timer = setTimeout(() => setWaiting(false), waitMs);
    return () => clearTimeout(timer);
  }, [mail]);
  return { mail, key };
};
