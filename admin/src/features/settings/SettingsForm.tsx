import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Blocker, Form, Layouts, useNotification } from '@strapi/strapi/admin';
import type { Settings } from '../../../../contract';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import type { Issue } from './issues';
import { AccessTypesSection } from './parts/AccessTypesSection';
import { CoverageSection } from './parts/CoverageSection';
import { ResourceTypesSection } from './parts/ResourceTypesSection';
import { Switches } from './parts/Switches';
import { SiteProvider } from './site';
import type { LoadedSettings, Saving } from './useSettings';
import { issueAtField } from './words';

interface Props {
  loaded: LoadedSettings;
  mayEdit: boolean;
  save: (settings: Settings) => Promise<Saving>;
}

/** The settings as one form: edited in parts, saved as a whole. */
export const SettingsForm = ({ loaded, mayEdit, save }: Props) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [issues, setIssues] = React.useState<readonly Issue[]>([]);
  const submit = async (values: Settings) => {
    const saving = await save(values);
    setIssues(saving.kind === 'refused' ? saving.issues : []);
    switch (saving.kind) {
      case 'saved':
        return toggleNotification({ type: 'success', message: translate('settings.saved') });
      case 'refused':
        return toggleNotification({ type: 'danger', message: translate('settings.refused') });
      case 'failed':
        return toggleNotification({ type: 'danger', message: errorMessage(saving.error) });
    }
  };
  const { settings: saved, warnings, contentTypes } = loaded;
  return (
    <Form<Settings> method="PUT" initialValues={saved} onSubmit={submit} disabled={!mayEdit}>
      {({ values, modified, isSubmitting, onChange }) => {
        // Places in a list are places no more once the list changes, so what was said of them goes.
        const change = (field: keyof Settings) => (value: unknown) => {
          setIssues([]);
          onChange(field, value);
        };
        const elsewhere = issues.filter(({ path }) => !/^(resourceTypes|accessTypes)\[/.test(path));
        const lists = { saved, warnings, issues };
        return (
          <SiteProvider value={{ contentTypes, resourceTypes: values.resourceTypes, mayEdit }}>
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
              <Flex direction="column" alignItems="stretch" gap={6}>
                {elsewhere.length > 0 && (
                  <Box role="alert" background="danger100" hasRadius padding={4}>
                    {elsewhere.map((issue) => (
                      <Typography key={issue.path} tag="p" textColor="danger700">
                        {issueAtField(translate, issue)}
                      </Typography>
                    ))}
                  </Box>
                )}
                <Switches
                  contacts={values.contacts}
                  guests={values.guests}
                  onContacts={change('contacts')}
                  onGuests={change('guests')}
                />
                <ResourceTypesSection
                  {...lists}
                  resourceTypes={values.resourceTypes}
                  accessTypes={values.accessTypes}
                  onChange={change('resourceTypes')}
                />
                <AccessTypesSection {...lists} accessTypes={values.accessTypes} onChange={change('accessTypes')} />
                <CoverageSection saved={saved} />
              </Flex>
            </Layouts.Content>
            <Blocker />
          </SiteProvider>
        );
      }}
    </Form>
  );
};
