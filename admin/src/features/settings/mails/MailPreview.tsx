import { Box, Flex, Tabs, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Locale, PreviewMail, ResponseOf } from '../../../../../contract';
import { useErrorMessage } from '../../../kernel/errors';
import { useTranslate } from '../../../kernel/translate';

const Frame = styled.iframe`
  display: block;
  width: 100%;
  height: 56rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: #ffffff;
`;

const Plain = styled.pre`
  margin: 0;
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: monospace;
  font-size: 1.3rem;
  line-height: 1.5;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

interface Props {
  preview: ResponseOf<typeof PreviewMail> | null;
  error: unknown;
  /** Whether the words as they stand are refused, so that this is how they were before. */
  isRefused: boolean;
  locale: Locale;
}

/** How a message arrives, with invented values: as HTML and as text. */
export const MailPreview = ({ preview, error, isRefused, locale }: Props) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="epsilon" fontWeight="bold">
        {translate('settings.mail.preview')}
      </Typography>
      <Typography role="status" variant="pi" textColor={error === null && !isRefused ? 'neutral600' : 'danger600'}>
        {error !== null
          ? errorMessage(error)
          : translate(isRefused ? 'settings.mail.preview.refused' : 'settings.mail.preview.hint')}
      </Typography>
      {preview !== null && (
        <>
          <Box background="neutral100" hasRadius padding={3}>
            <Typography variant="pi" textColor="neutral600">
              {translate('settings.mail.subject')}
            </Typography>
            <Typography tag="p" fontWeight="bold" lang={locale} style={{ overflowWrap: 'anywhere' }}>
              {preview.subject}
            </Typography>
          </Box>
          <Tabs.Root variant="simple" defaultValue="html">
            <Tabs.List aria-label={translate('settings.mail.preview')}>
              <Tabs.Trigger value="html" type="button">
                {translate('settings.mail.preview.html')}
              </Tabs.Trigger>
              <Tabs.Trigger value="text" type="button">
                {translate('settings.mail.preview.text')}
              </Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="html">
              {/* Nothing in it may run or reach the panel, whatever somebody writes into a message. */}
              <Frame sandbox="" srcDoc={preview.html} title={translate('settings.mail.preview.frame')} />
            </Tabs.Content>
            <Tabs.Content value="text">
              <Plain lang={locale}>{preview.text}</Plain>
            </Tabs.Content>
          </Tabs.Root>
        </>
      )}
    </Flex>
  );
};
