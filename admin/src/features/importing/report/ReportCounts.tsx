import { Flex, Typography } from '@strapi/design-system';
import type { ImportPlan } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';
import { Tag, type Tone } from '../../../kernel/ui/Tag';

type Counts = NonNullable<ImportPlan['counts']>;

const ofApplied = [
  ['added', 'good'],
  ['merged', 'good'],
  ['guestsCreated', 'good'],
  ['notDone', 'careful'],
] as const satisfies readonly (readonly [keyof Counts, Tone])[];
const ofUndone = [
  ['undone', 'good'],
  ['kept', 'careful'],
] as const satisfies readonly (readonly [keyof Counts, Tone])[];

/** What came of an import, by numbers. */
export const ReportCounts = ({ counts, isUndone }: { counts: Counts; isUndone: boolean }) => {
  const translate = useTranslate();
  const shown = (isUndone ? ofUndone : ofApplied).filter(([name], index) => index === 0 || counts[name] > 0);
  return (
    <Flex tag="ul" gap={2} wrap="wrap">
      {shown.map(([name, tone]) => (
        <Typography key={name} tag="li">
          <Tag tone={tone}>{translate(`imports.report.${name}`, { count: counts[name] })}</Tag>
        </Typography>
      ))}
    </Flex>
  );
};
