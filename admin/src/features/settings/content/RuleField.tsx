import { Box, Flex } from '@strapi/design-system';
import { ruleKinds, type ContentTypeChoice, type Rule } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { pathsTo, ruleOfKind, targetOf, withOnlyPath } from './model';
import { useNames, useSite } from '../site';
import { pathInWords } from '../words';
import { RadioField } from '../../../kernel/ui/choices';
import { FieldGroup } from '../../../kernel/ui/choices';
import { SelectField } from '../../../kernel/ui/fields';

interface Props {
  rule: Rule;
  contentType: ContentTypeChoice | undefined;
  onChange: (rule: Rule) => void;
  errorAt: (place: string) => string | undefined;
}

/** How a row is tied to a guest: the kind, and the relation that leads to them or to what they were given. */
export const RuleField = ({ rule, contentType, onChange, errorAt }: Props) => {
  const translate = useTranslate();
  const names = useNames();
  const { resourceTypes } = useSite();
  const target = targetOf(rule);
  const paths = pathsTo(contentType, target);
  const pathHint = () => {
    if (contentType === undefined || target === null || paths.length > 0) return translate('settings.rule.path.hint');
    return translate('settings.rule.path.none', {
      type: contentType.displayName,
      target:
        rule.kind === 'resource'
          ? names.resourceType(target)
          : translate(`settings.rule.target.${rule.kind === 'guest' ? 'guest' : 'contact'}`),
    });
  };
  return (
    <FieldGroup legend={translate('settings.rule')} error={errorAt('rule.kind')}>
      <RadioField
        label={translate('settings.rule')}
        value={rule.kind}
        onChange={(kind) => onChange(ruleOfKind(kind, contentType, resourceTypes))}
        options={ruleKinds.map((kind) => ({
          value: kind,
          label: translate(`settings.rule.kind.${kind}`),
          explanation: translate(`settings.rule.explanation.${kind}`),
        }))}
      />
      {rule.kind !== 'all' && (
        <Box paddingTop={2}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {rule.kind === 'resource' && (
              <SelectField
                name="rule.resourceType"
                required
                label={translate('settings.rule.resource-type')}
                placeholder={translate('settings.rule.resource-type.placeholder')}
                hint={resourceTypes.length === 0 ? translate('settings.rule.resource-type.none') : undefined}
                value={rule.resourceType ?? ''}
                options={resourceTypes.map((one) => ({
                  value: one.contentType,
                  label: names.resourceType(one.contentType),
                }))}
                error={errorAt('rule.resourceType')}
                onChange={(resourceType) => onChange(withOnlyPath({ ...rule, resourceType }, contentType))}
              />
            )}
            <SelectField
              name="rule.path"
              required
              label={translate('settings.rule.path')}
              placeholder={translate('settings.rule.path.placeholder')}
              hint={pathHint()}
              value={rule.path ?? ''}
              options={paths.map((path) => ({ value: path, label: pathInWords(path) }))}
              error={errorAt('rule.path')}
              onChange={(path) => onChange({ ...rule, path })}
            />
          </Flex>
        </Box>
      )}
    </FieldGroup>
  );
};
