import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { useData } from '../../../kernel/useData';
import { Disclosure } from '../../../kernel/ui/Disclosure';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { FileDrop } from '../source/FileDrop';
import type { GridRow } from '../source/grid';
import { useImportError } from '../useTask';
import { GoogleHelp } from './GoogleHelp';
import { GoogleSetup } from './GoogleSetup';
import { goToGoogle } from './goToGoogle';

/** The way to Google's page, and why it is not open where it is not. */
const Connect = ({ rows }: { rows: readonly GridRow[] }) => {
  const translate = useTranslate();
  const messageOf = useImportError();
  const [isBusy, setBusy] = React.useState(false);
  const [error, setError] = React.useState<unknown>(null);
  const connect = async () => {
    setBusy(true);
    setError(null);
    await goToGoogle(rows).catch(setError);
    // The browser may come back to this page as it was left.
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{translate('imports.google.connect.hint')}</Typography>
      {error !== null && <Notice>{messageOf(error, 'imports.tooMany')}</Notice>}
      <div>
        <Button type="button" loading={isBusy} onClick={() => void connect()}>
          {translate('imports.google.connect')}
        </Button>
      </div>
    </Flex>
  );
};

interface GoogleSourceProps {
  /** What was typed into the grid, which the way to Google and back is not to lose. */
  rows: readonly GridRow[];
  onFile: (file: File) => void;
}

/** Contacts out of Google: by consent, where the site is set up for it, and by the file that Google makes of them. */
export const GoogleSource = ({ rows, onFile }: GoogleSourceProps) => {
  const translate = useTranslate();
  const loaded = useData('GetGoogleImport', {});
  return (
    <>
      <Section title={translate('imports.google.direct')} hint={translate('imports.google.direct.hint')}>
        <LoadedView loaded={loaded}>
          {({ missing }) =>
            missing === null ? (
              <Connect rows={rows} />
            ) : (
              <Flex direction="column" alignItems="stretch" gap={3}>
                <Notice tone="warning" role="note">
                  {translate(`imports.google.missing.${missing}`)}
                </Notice>
                <Disclosure summary={<Typography>{translate('imports.google.setup')}</Typography>}>
                  <GoogleSetup />
                </Disclosure>
              </Flex>
            )
          }
        </LoadedView>
      </Section>
      <Section title={translate('imports.google.byFile')} hint={translate('imports.file.private')}>
        <GoogleHelp />
        <FileDrop hint={translate('imports.file.kinds')} onFile={onFile} />
      </Section>
    </>
  );
};
