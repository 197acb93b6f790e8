import * as React from 'react';
import { GetContactAccess, type ContactAccess } from '../../../../contract/access';
import { callApi } from '../../kernel/api';

const everyMs = 2_000;
const timesMax = 15;

/**
 * The mail of the key as it stands now: while it is queued the server is asked every two seconds, for half a minute.
 * Only the mail is taken over, not the rest of the answer: the form keeps what the editor is changing.
 */
export const useMailStatus = (contactId: string, mail: ContactAccess['mail']): ContactAccess['mail'] => {
  const [seen, setSeen] = React.useState(mail);
  React.useEffect(() => {
    setSeen(mail);
    if (mail?.status !== 'queued') return;
    let times = 0;
    const timer = setInterval(() => {
      times += 1;
      if (times >= timesMax) clearInterval(timer);
      callApi(GetContactAccess, { params: { contactId } }).then(
        (fresh) => {
          setSeen(fresh.mail);
          if (fresh.mail?.status !== 'queued') clearInterval(timer);
        },
        () => clearInterval(timer)
      );
    }, everyMs);
    return () => clearInterval(timer);
  }, [contactId, mail]);
  return seen;
};
