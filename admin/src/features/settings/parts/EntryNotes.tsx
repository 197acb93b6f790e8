import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { AccessType, ResourceType } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import type { Issue } from '../issues';
import type { EntryWarning } from '../warnings';
import { issueAtField, warningText } from '../words';

interface Props {
  entry: AccessType | ResourceType;
  warnings: readonly EntryWarning[];
  issues: readonly Issue[];
}

/** Below an entry: why it is closed, and what the server refused of it. */
export const EntryNotes = ({ entry, warnings, issues }: Props) => {
  const translate = useTranslate();
  const notes = [
    ...warnings.map((warning) => warningText(translate, warning, entry)),
    ...issues.map((issue) => issueAtField(translate, issue)),
  ];
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {notes.map((note) => (
        <Flex key={note} tag="li" gap={2} alignItems="flex-start">
          <WarningCircle fill="danger600" width="1.6rem" height="1.6rem" aria-hidden style={{ flexShrink: 0 }} />
          <Typography variant="pi" textColor="danger700">
            {note}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
