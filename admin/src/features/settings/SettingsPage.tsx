import { Button } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useErrorMessage } from '../../kernel/errors';
import { actionOf, useAllowed } from '../../kernel/permissions';
import { useTranslate } from '../../kernel/translate';
import { SettingsForm } from './SettingsForm';
import { useSettings } from './useSettings';

const LoadedPage = () => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { may, isLoading } = useAllowed();
  const { loaded, error, reload, save } = useSettings();
  if (error !== null) {
    return (
      <Page.Error
        content={errorMessage(error)}
        action={
          <Button variant="secondary" onClick={reload}>
            {translate('settings.retry')}
          </Button>
        }
      />
    );
  }
  if (loaded === null || isLoading) return <Page.Loading>{translate('settings.loading')}</Page.Loading>;
  return (
    <Page.Main>
      <SettingsForm loaded={loaded} mayEdit={may('settings.update')} mayOpen={may('access.manage')} save={save} />
    </Page.Main>
  );
};

/** Settings → Accès invité (O1): the switches, the resource types and the access types. */
const SettingsPage = () => {
  const translate = useTranslate();
  return (
    <Page.Protect permissions={[{ action: actionOf('settings.read'), subject: null }]}>
      <Page.Title>{translate('settings.title')}</Page.Title>
      <LoadedPage />
    </Page.Protect>
  );
};

export default SettingsPage;
