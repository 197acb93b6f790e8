import { Box, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import type { Issue } from '../issues';
import { useSite } from '../site';
import { tabOf, type Tab } from '../tabs';
import { isRefusal, issueAtField } from '../words';
import { Caution } from './Caution';

interface OpeningNoteProps {
  tab: Tab;
  issues: readonly Issue[];
}

/**
 * Says to whoever may change the settings and manages no accesses that they can take away here, and not open; and of the last
 * try to save, what they may not do.
 */
export const OpeningNote = ({ tab, issues }: OpeningNoteProps) => {
  const translate = useTranslate();
  const { mayEdit, mayOpen } = useSite();
  const refused = issues.filter((issue) => tabOf(issue.path) === tab && isRefusal(issue));
  return (
    <>
      {mayEdit && !mayOpen && <Caution text={translate('settings.mayNotOpen')} />}
      {refused.length > 0 && (
        <Box role="alert" background="danger100" hasRadius padding={4}>
          {refused.map((issue) => (
            <Typography key={issue.path} tag="p" textColor="danger700">
              {issueAtField(translate, { ...issue, path: issue.path.replace(/^\w+Types\[\d+\]\./, '') })}
            </Typography>
          ))}
        </Box>
      )}
    </>
  );
};
