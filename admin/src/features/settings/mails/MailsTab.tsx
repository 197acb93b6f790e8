import { Accordion, Flex, Loader, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
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

// The design system cuts a long name off with dots.
const List = styled(Accordion.Root)`
  h3 > button span {
    white-space: normal;
  }
`;

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
    if (own.length === 0) return null;
    const languages = own.map((locale) => translate(`settings.language.${locale}`)).join(', ');
    return (
      <Flex tag="span" gap={2} wrap="wrap">
        <Tag tone="good">{translate('settings.mails.own', { languages })}</Tag>
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
        <List size="S">
          {mails.map((mail) => (
            <Accordion.Item key={mail.kind} value={mail.kind}>
              <Accordion.Header>
                <Accordion.Trigger caretPosition="right">
                  <Flex tag="span" direction="column" alignItems="flex-start" gap={1}>
                    <span>{translate(`settings.mail.${mail.kind}`)}</span>
                    <Typography tag="span" variant="pi" fontWeight="regular" textColor="neutral600">
                      {translate(`settings.mail.${mail.kind}.when`)}
                    </Typography>
                    {marks(mail)}
                  </Flex>
                </Accordion.Trigger>
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
        </List>
      )}
    </Section>
  );
};
