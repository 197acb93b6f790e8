import { Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { CopyField } from '../../../kernel/ui/CopyField';
import { Disclosure } from '../../../kernel/ui/Disclosure';
import { TextField } from '../../../kernel/ui/fields';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { GoogleSetup } from '../../importing';
import type { SettingsTabProps } from '../tabProps';
import type { LoadedSettings } from '../useSettings';
import { useIssueTexts } from '../words';

/** The site's client at Google, by which editors take contacts from there. Its secret stands in the configuration, and is shown nowhere. */
export const GoogleTab = ({ values, change, verdicts, google }: SettingsTabProps & Pick<LoadedSettings, 'google'>) => {
  const translate = useTranslate();
  const errorOf = useIssueTexts(verdicts.issues);
  const { clientId } = values.google;
  return (
    <Section title={translate('settings.google')} hint={translate('settings.google.hint')}>
      {clientId !== null && !google.hasSecret && (
        <Notice tone="warning" role="note">
          {translate('settings.google.noSecret')}
        </Notice>
      )}
      <TextField
        name="google.clientId"
        label={translate('settings.google.clientId')}
        hint={translate('settings.google.clientId.hint')}
        error={errorOf('google.clientId')}
        monospace
        value={clientId ?? ''}
        onChange={(typed) => change('google', { clientId: typed.trim() === '' ? null : typed.trim() })}
      />
      <CopyField
        name="google.redirectUri"
        label={translate('settings.google.redirectUri')}
        hint={translate('settings.google.redirectUri.hint')}
        copiedText={translate('settings.google.redirectUri.copied')}
        value={google.redirectUri}
      />
      <Disclosure summary={<Typography>{translate('imports.google.setup')}</Typography>}>
        <GoogleSetup />
      </Disclosure>
    </Section>
  );
};
