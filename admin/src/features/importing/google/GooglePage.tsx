import * as React from 'react';
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { ApiError, callApi } from '../../../kernel/api';
import { importsPath } from '../../../kernel/plugin';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { ProgressBar } from '../../../kernel/ui/ProgressBar';
import { Section } from '../../../kernel/ui/Section';
import { Stepper } from '../Stepper';
import { useLeaveWarning } from '../useLeaveWarning';
import { useImportError } from '../useTask';
import { backIn } from './back';
import { goToGoogle } from './goToGoogle';
import { takeSecret } from './kept';

/** Has the contacts read that Google has led back for, once, and goes on to their check. @returns why it went wrong; null while it has not */
const useReading = (): [error: unknown, setError: (error: unknown) => void] => {
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [error, setError] = React.useState<unknown>(null);
  const isBegun = React.useRef(false);
  React.useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    const back = backIn(search, takeSecret());
    // What Google said is used up: it stays neither in the address nor in the history.
    setSearch({}, { replace: true });
    if (back === null) return setError(new ApiError(409, 'google_over', ''));
    callApi('FinishGoogleImport', { body: back }).then(
      ({ documentId }) => navigate(`/${importsPath}/${documentId}`, { replace: true }),
      setError
    );
  }, [search, setSearch, navigate]);
  return [error, setError];
};

/** Where Google leads back to: the contacts are being read, or why they are not. */
export const GooglePage = () => {
  const translate = useTranslate();
  const messageOf = useImportError();
  const [error, setError] = useReading();
  const isReading = error === null;
  useLeaveWarning(isReading);
  const title = translate('imports.wizard');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={translate('imports.wizard.hint')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Stepper step="source" />
          <Section title={translate('imports.google.reading')} hint={translate('imports.google.reading.hint')}>
            {isReading ? (
              <>
                <ProgressBar aria-label={translate('imports.google.reading')} />
                <Typography role="status">{translate('imports.google.reading.waits')}</Typography>
              </>
            ) : (
              <>
                <Notice>{messageOf(error, 'imports.tooMany')}</Notice>
                <Flex gap={2} wrap="wrap">
                  <Button type="button" onClick={() => void goToGoogle().catch(setError)}>
                    {translate('imports.google.again')}
                  </Button>
                  <LinkButton tag={Link} to={`/${importsPath}/new`} variant="tertiary">
                    {translate('imports.otherFile')}
                  </LinkButton>
                </Flex>
              </>
            )}
          </Section>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
