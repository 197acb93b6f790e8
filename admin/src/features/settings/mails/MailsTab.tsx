import { Accordion, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { locales } from '../../../../../contract';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { Tag } from '../../../kernel/ui/Tag';
import { useTranslate } from '../../../kernel/translate';
import { Section } from '../../../kernel/ui/Section';
import { useData } from '../../../kernel/useData';
import type { SettingsTabProps } from '../tabProps';
import { MailEditor } from './MailEditor';
import { placeOf, type Mail } from './texts';

// The design system cuts a long name off with dots.
const List = styled(Accordion.Root)`
  h3 > button span {
    white-space: normal;
  }
`;

/** The messages that the plugin sends, each with its words and a look at it. */
export const MailsTab = ({ values, change, verdicts }: SettingsTabProps) => {
  const translate = useTranslate();
  const loaded = useData('ListMails', {});
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
      <LoadedView loaded={loaded}>
        {({ mails }) => (
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
      </LoadedView>
    </Section>
  );
};
