import { invitationPattern } from '../../../contract/constants';
import { acceptInvitation, previewInvitation } from '../api/guestAccess';
import { hasCode, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';
import { useTimeZone } from '../session/useTimeZone';
import { AsNobody } from './AsNobody';
import { EmailRequest } from './EmailRequest';
import { useSecret } from './LinkProvider';
import { LinkPage } from './LinkPage';
import { Message, toLogin } from './Message';

const Dead = ({ problem }: { readonly problem: Problem | null }) => {
  const full = problem !== null && hasCode(problem, 'link_used_up');
  return (
    <Message
      title={full ? 'invitation.full.title' : 'invitation.dead.title'}
      text={full ? 'invitation.full.text' : 'invitation.dead.text'}
      ways={[toLogin]}
    />
  );
};

/** The page behind an invitation link (P3): who invites; the address; the rest goes on in a mail. */
export const InvitationPage = () => {
  const { t, locale } = useLanguage();
  const { siteName } = useSession();
  const timeZone = useTimeZone();
  const found = useSecret(invitationPattern);
  if (found.kind === 'none') return <Message title="reopen.title" text="reopen.invitation" />;
  if (found.kind === 'malformed') return <Dead problem={null} />;
  const { secret: token } = found;
  return (
    <LinkPage key={token} secret={token} preview={previewInvitation} dead={(problem) => <Dead problem={problem} />}>
      {({ inviterName, addAs, approval, domain, expiresAt }) => (
        <AsNobody>
          <EmailRequest
            title={t('invitation.title')}
            intro={
              <>
                <p>{t('invitation.intro', { name: inviterName, site: siteName })}</p>
                <p className="hint">
                  {t(
                    addAs === 'contact' ? 'invitation.asContact' : approval ? 'invitation.approval' : 'invitation.how'
                  )}
                  {domain !== null && ` ${t('invitation.domain', { domain })}`}
                  {expiresAt !== null &&
                    ` ${t('invitation.until', {
                      time: new Date(expiresAt).toLocaleString(locale, {
                        dateStyle: 'long',
                        timeStyle: 'short',
                        timeZone,
                      }),
                    })}`}
                </p>
              </>
            }
            submitLabel={t('invitation.accept')}
            sentText="invitation.sent"
            request={(email) => acceptInvitation({ token, email, locale })}
          />
        </AsNobody>
      )}
    </LinkPage>
  );
};
