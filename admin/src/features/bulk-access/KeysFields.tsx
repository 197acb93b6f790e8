import { Flex } from '@strapi/design-system';
import { keyMailings } from '../../../../contract/bulk-access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { RadioField } from '../../kernel/ui/choices';
import { HintedCheckbox } from '../../kernel/ui/fields';
import { withKeys, type BulkDraft } from './draft';

interface KeysFieldsProps {
  draft: BulkDraft;
  onChange: (draft: BulkDraft) => void;
  may: (permission: Permission) => boolean;
}

/** What is done with the keys, as far as its editor may. */
export const KeysFields = ({ draft, onChange, may }: KeysFieldsProps) => {
  const translate = useTranslate();
  const mailings = keyMailings.filter((mailing) => draft.issueKeys || mailing !== 'new');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {may('keys.issue') && (
        <HintedCheckbox
          name="issueKeys"
          label={translate('bulk.issue')}
          hint={translate('bulk.issueHint')}
          checked={draft.issueKeys}
          onChange={(issueKeys) => onChange(withKeys(draft, issueKeys))}
        />
      )}
      {may('keys.send') && (
        <RadioField
          label={translate('bulk.mail')}
          value={draft.mailKeys}
          options={mailings.map((mailing) => ({
            value: mailing,
            label: translate(`bulk.mail.${mailing}`),
            ...(mailing === 'all' ? { explanation: translate('bulk.mail.allHint') } : {}),
          }))}
          onChange={(mailKeys) => onChange({ ...draft, mailKeys })}
        />
      )}
    </Flex>
  );
};
