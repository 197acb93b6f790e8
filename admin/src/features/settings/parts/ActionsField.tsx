import { Checkbox } from '@strapi/design-system';
import { accessActions, type AccessAction } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { withAction } from '../model';
import { useSite } from '../site';
import { Group } from './Group';

interface Props {
  value: readonly AccessAction[];
  onChange: (actions: AccessAction[]) => void;
  error?: string;
}

/** What a guest may do with the rows, in plain words. */
export const ActionsField = ({ value, onChange, error }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  return (
    <Group legend={translate('settings.actions')} hint={translate('settings.actions.hint')} error={error}>
      {accessActions.map((action) => (
        <Checkbox
          key={action}
          checked={value.includes(action)}
          disabled={!mayEdit}
          onCheckedChange={(checked) => onChange(withAction(value, action, checked === true))}
        >
          {translate(`settings.action.${action}`)}
        </Checkbox>
      ))}
    </Group>
  );
};
