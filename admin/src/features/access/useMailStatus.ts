import * as React from 'react';
import type { ContactAccess } from '../../../../contract/access';
import { callApi } from '../../kernel/api';

const everyMs = 2_000;
const timesMax = 15;

type Seen = Pick<ContactAccess, 'mail' | 'key'>;

/**
 * The mail of the key, and the key (which sending may have remade), as they stand now: while a mail is queued the server
 * is asked every two seconds, for half a minute. Nothing else of its answer is taken over: the form keeps what the
 * editor is changing.
 */
export const useMailStatus = ({ contact, mail, key }: ContactAccess): Seen => {
  const contactId = contact.documentId;
  const [seen, setSeen] = React.useState<Seen>({ mail, key });
  React.useEffect(() => {
    setSeen({ mail, key });
    if (mail?.status !== 'queued') return;
    let times = 0;
    const timer = setInterval(() => {
      times += 1;
      if (times >= timesMax) clearInterval(timer);
      callApi('GetContactAccess', { params: { contactId } }).then(
        (fresh) => {
          setSeen({ mail: fresh.mail, key: fresh.key });
          if (fresh.mail?.status !== 'queued') clearInterval(timer);
        },
        () => clearInterval(timer)
      );
    }, everyMs);
    return () => clearInterval(timer);
  }, [contactId, mail, key]);
  return seen;
};
