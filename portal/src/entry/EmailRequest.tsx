import { useState, type ReactNode } from 'react';
import { cleanAddress } from '../../../contract/address';
import type { Answer } from '../api/request';
import { Form } from '../form/Form';
import { EmailField } from '../form/TextField';
import { atEmail, useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { Card } from '../page/Card';
import { CheckYourInbox } from './CheckYourInbox';

interface EmailRequestProps {
  readonly title: string;
  readonly intro: ReactNode;
  readonly submitLabel: string;
  /** What to expect in the mail. */
  readonly sentText: MessageKey;
  readonly request: (email: string) => Promise<Answer<unknown>>;
  readonly children?: ReactNode;
}

/** A page that asks for an address and goes on in a mail: a lost password, joining, an invitation. */
export const EmailRequest = ({ title, intro, submitLabel, sentText, request, children }: EmailRequestProps) => {
  const { t } = useLanguage();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);

  if (sent) return <CheckYourInbox text={sentText} email={cleanAddress(email)} again={() => setSent(false)} />;

  const submit = async () => {
    if (email.trim() === '') return refuse({ email: 'form.missingValue' });
    if ((await send(() => request(cleanAddress(email)), atEmail(email))) !== null) setSent(true);
  };

  return (
    <Card title={title}>
      {intro}
      <Form
        errors={errors}
        problem={problem}
        busy={busy}
        submitLabel={submitLabel}
        busyLabel={t('form.sending')}
        onSubmit={() => void submit()}
      >
        <EmailField
          label={t('form.email')}
          name="email"
          autoComplete="email"
          error={errors['email']}
          value={email}
          onChange={setEmail}
        />
      </Form>
      {children}
    </Card>
  );
};
