import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { FieldGroup, RadioField } from '../../../kernel/ui/choices';
import { CheckboxField, useDisabled } from '../../../kernel/ui/fields';

interface Props {
  kind: 'read' | 'write';
  /** The fields that can be chosen, with their types. */
  fields: readonly { name: string; type: string }[];
  /** The chosen ones; null is all. */
  value: readonly string[] | null;
  onChange: (value: string[] | null) => void;
  error?: string;
}

/** All fields, or a chosen set of them. A chosen field that is not there any more can only be taken away. */
export const FieldsField = ({ kind, fields, value, onChange, error }: Props) => {
  const translate = useTranslate();
  const disabled = useDisabled();
  const legend = translate(`settings.${kind}-fields`);
  const names = fields.map((field) => field.name);
  const gone = (value ?? []).filter((name) => !names.includes(name));
  const rows = [
    ...fields.map((field) => ({ ...field, isGone: false })),
    ...gone.map((name) => ({ name, type: '', isGone: true })),
  ];
  const toggle = (name: string, on: boolean) =>
    onChange(rows.map((row) => row.name).filter((one) => (one === name ? on : value?.includes(one))));
  return (
    <FieldGroup legend={legend} error={error}>
      <RadioField
        label={legend}
        value={value === null ? 'all' : 'chosen'}
        onChange={(chosen) => onChange(chosen === 'all' ? null : names)}
        options={[
          {
            value: 'all',
            label: translate(`settings.${kind}-fields.all`),
            explanation: translate(`settings.${kind}-fields.all.hint`),
          },
          { value: 'chosen', label: translate('settings.fields.chosen') },
        ]}
      />
      {value !== null && (
        <Box borderColor="neutral200" hasRadius padding={4} marginLeft={{ initial: 0, medium: 7 }}>
          <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={3}>
            <Typography variant="pi" textColor="neutral600" aria-live="polite">
              {value.length === 0
                ? translate('settings.fields.none')
                : translate('settings.fields.count', { chosen: value.length, all: rows.length })}
            </Typography>
            <Flex gap={2}>
              <Button variant="tertiary" size="S" disabled={disabled} onClick={() => onChange(names)}>
                {translate('settings.fields.all')}
              </Button>
              <Button variant="tertiary" size="S" disabled={disabled} onClick={() => onChange([])}>
                {translate('settings.fields.clear')}
              </Button>
            </Flex>
          </Flex>
          <Grid.Root gap={2}>
            {rows.map(({ name, type, isGone }) => (
              <Grid.Item key={name} col={6} xs={12}>
                <Flex gap={2} wrap="wrap">
                  <CheckboxField label={name} checked={value.includes(name)} onChange={(on) => toggle(name, on)} />
                  <Typography variant="pi" textColor={isGone ? 'danger600' : 'neutral600'}>
                    {isGone ? translate('settings.fields.gone') : type}
                  </Typography>
                </Flex>
              </Grid.Item>
            ))}
          </Grid.Root>
        </Box>
      )}
    </FieldGroup>
  );
};
