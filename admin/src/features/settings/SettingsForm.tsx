import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Blocker, Form, Layouts, useNotification } from '@strapi/strapi/admin';
import type { Settings } from '../../../../contract';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { FieldsDisabled } from '../../kernel/ui/fields';
import { Notice } from '../../kernel/ui/Notice';
import { BrandTab } from './brand/BrandTab';
import { ContentTab } from './content/ContentTab';
import { GoogleTab } from './google/GoogleTab';
import { SignInTab } from './sign-in/SignInTab';
import { issuesThatStay, type Issue } from '../../kernel/form/issues';
import { isUnheard } from './joining/cautions';
import { JoiningTab } from './joining/JoiningTab';
import { MailsTab } from './mails/MailsTab';
import { Switches } from './Switches';
import { SettingsTabs, useTab } from './SettingsTabs';
import { SiteProvider } from './site';
import { tabOf, type Tab } from './tabs';
import type { ChangeSetting } from './tabProps';
import type { LoadedSettings, Saving } from './useSettings';
import { TrailTab } from './trail/TrailTab';
import { issueAtField } from './words';

interface Props {
  loaded: LoadedSettings;
  mayEdit: boolean;
  /** Whether the reader may let somebody in and show guests more. */
  mayOpen: boolean;
  save: (settings: Settings) => Promise<Saving>;
}

/** The settings as one form: edited in parts, saved as a whole. */
export const SettingsForm = ({ loaded, mayEdit, mayOpen, save }: Props) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [tab, openTab] = useTab();
  const [issues, setIssues] = React.useState<readonly Issue[]>([]);
  const faulty = new Set(issues.map(({ path }) => tabOf(path)).filter((one): one is Tab => one !== null));
  const showFaults = (found: readonly Issue[]) => {
    setIssues(found);
    const where = found.map(({ path }) => tabOf(path));
    const first = where.find((one) => one !== null);
    if (first && !where.includes(tab)) openTab(first);
  };
  const submit = async (values: Settings) => {
    const saving = await save(values);
    showFaults(saving.kind === 'refused' ? saving.issues : []);
    switch (saving.kind) {
      case 'saved':
        toggleNotification({ type: 'success', message: translate('settings.saved') });
        if (isUnheard(values.joining))
          toggleNotification({ type: 'warning', message: translate('settings.joining.unheard') });
        return;
      case 'refused':
        return toggleNotification({ type: 'danger', message: translate('settings.refused') });
      case 'failed':
        return toggleNotification({ type: 'danger', message: errorMessage(saving.error) });
    }
  };
  const { settings: saved, warnings, cautions, contentTypes } = loaded;
  return (
    <Form<Settings> method="PUT" initialValues={saved} onSubmit={submit} disabled={!mayEdit}>
      {({ values, modified, isSubmitting, onChange }) => {
        const change: ChangeSetting = (field, value) => {
          setIssues((current) => issuesThatStay(current, values, { ...values, [field]: value }));
          onChange(field, value);
        };
        const elsewhere = issues.filter(({ path }) => tabOf(path) === null);
        const part = { values, change, verdicts: { saved, warnings, cautions, issues } };
        return (
          <SiteProvider value={{ contentTypes, resourceTypes: values.resourceTypes, mayEdit, mayOpen }}>
            <Layouts.Header
              title={translate('settings.title')}
              subtitle={translate('settings.subtitle')}
              primaryAction={
                mayEdit && (
                  <Button type="submit" startIcon={<Check />} loading={isSubmitting} disabled={!modified}>
                    {translate('settings.save')}
                  </Button>
                )
              }
            />
            <Layouts.Content>
              <FieldsDisabled.Provider value={!mayEdit}>
                <Flex direction="column" alignItems="stretch" gap={6}>
                  {elsewhere.length > 0 && (
                    <Notice>
                      {elsewhere.map((issue) => (
                        <p key={issue.path}>{issueAtField(translate, issue)}</p>
                      ))}
                    </Notice>
                  )}
                  <Switches
                    contacts={values.contacts}
                    guests={values.guests}
                    onContacts={(on) => change('contacts', on)}
                    onGuests={(on) => change('guests', on)}
                  />
                  <SettingsTabs tab={tab} onChange={openTab} faulty={faulty}>
                    {{
                      content: <ContentTab {...part} />,
                      signIn: <SignInTab {...part} />,
                      joining: <JoiningTab {...part} />,
                      brand: <BrandTab {...part} />,
                      mails: <MailsTab {...part} />,
                      google: <GoogleTab {...part} google={loaded.google} />,
                      trail: <TrailTab {...part} />,
                    }}
                  </SettingsTabs>
                </Flex>
              </FieldsDisabled.Provider>
            </Layouts.Content>
            <Blocker />
          </SiteProvider>
        );
      }}
    </Form>
  );
};
