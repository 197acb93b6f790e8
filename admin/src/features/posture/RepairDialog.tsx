import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Finding } from '../../../../contract/posture';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { SelectField } from '../../kernel/ui/fields';
import { repairWordsOf, titleOf } from './words';

const choices = ['7', '30', '90', '180', '365'] as const;
type Choice = (typeof choices)[number];

const dayMs = 24 * 3_600_000;

interface RepairDialogProps {
  finding: Finding;
  onConfirm: (days: number) => void;
  onClose: () => void;
}

/** Says what goes, and asks. Rendered only while open. */
export const RepairDialog = ({ finding, onConfirm, onClose }: RepairDialogProps) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const [days, setDays] = React.useState<Choice>('90');
  const words = repairWordsOf(finding.id);
  if (words === null) return null;
  const nameOf = (choice: Choice) => {
    const date = formatDate(Date.now() + Number(choice) * dayMs, { dateStyle: 'long' });
    return `${translate('posture.daysOf', { count: Number(choice) })} (${date})`;
  };
  return (
    <ConfirmDialog
      title={titleOf(translate, finding)}
      confirmLabel={translate(words.button)}
      onConfirm={() => onConfirm(Number(days))}
      onClose={onClose}
    >
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {finding.repair.asksDays && (
          <SelectField
            name="days"
            label={translate('posture.days')}
            value={days}
            options={choices.map((value) => ({ value, label: nameOf(value) }))}
            onChange={setDays}
          />
        )}
        <Typography tag="p" textAlign="center">
          {translate(words.question, { count: finding.count })}
        </Typography>
      </Flex>
    </ConfirmDialog>
  );
};
