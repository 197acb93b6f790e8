import { Accordion, Flex, Loader } from '@strapi/design-system';
import { locales } from '../../../../../contract';
import { useErrorMessage } from '../../../kernel/errors';
import { Notice } from '../../../kernel/Notice';
import { Tag } from '../../../kernel/Tag';
import { useTranslate } from '../../../kernel/translate';
import { Section } from '../parts/Section';
import type { Part } from '../part';
import { MailEditor } from './MailEditor';
import { placeOf } from './texts';
import { useMails, type Mail } from './useMails';

/** The messages that the plugin sends, each with its words and a look at it. */
export const MailsTab = ({ values, change, verdicts }: Part) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { value: mails, error, reload } = useMails();
  const { mailTexts } = values;
  const isFaulty = ({ kind }: Mail) =>
    mailTexts.some((text, index) => {
      const place = `mailTexts[${index}]`;
      return text.kind === kind && verdicts.issues.some(({ path }) => path === place || path.startsWith(`${place}.`));
    });
  const marks = (mail: Mail) => {
    const own = locales.filter((locale) => placeOf(mailTexts, mail.kind, locale) >= 0);
    return (
      <Flex gap={2} wrap="wrap">
        {own.length > 0 && (
          <Tag tone="good">
            {translate('settings.mails.own', {
              languages: own.map((locale) => translate(`settings.language.${locale}`)).join(', '),
            })}
          </Tag>
        )}
        {isFaulty(mail) && <Tag tone="bad">{translate('settings.tabs.faulty')}</Tag>}
      </Flex>
    );
  };
  return (
    <Section title={translate('settings.mails')} hint={translate('settings.mails.hint')}>
      {error !== null && (
        <Notice text={errorMessage(error)} action={{ label: translate('settings.retry'), run: reload }} />
      )}
      {mails === null && error === null && <Loader>{translate('settings.loading')}</Loader>}
      {mails !== null && (
        <Accordion.Root size="S">
          {mails.map((mail) => (
            <Accordion.Item key={mail.kind} value={mail.kind}>
              <Accordion.Header>
                <Accordion.Trigger caretPosition="right" description={translate(`settings.mail.${mail.kind}.when`)}>
                  {translate(`settings.mail.${mail.kind}`)}
                </Accordion.Trigger>
                <Accordion.Actions>{marks(mail)}</Accordion.Actions>
              </Accordion.Header>
              <Accordion.Content>
                <MailEditor
                  mail={mail}
                  texts={mailTexts}
                  issues={verdicts.issues}
                  onChange={(texts) => change('mailTexts', texts)}
                />
              </Accordion.Content>
            </Accordion.Item>
          ))}
        </Accordion.Root>
      )}
    </Section>
  );
};
