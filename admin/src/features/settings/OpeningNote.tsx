import { useTranslate } from '../../kernel/translate';
import type { Issue } from '../../kernel/form/issues';
import { useSite } from './site';
import { tabOf, type Tab } from './tabs';
import { isRefusal, issueAtField } from './words';
import { Notice } from '../../kernel/ui/Notice';

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
      {mayEdit && !mayOpen && (
        <Notice tone="warning" role="note">
          {translate('settings.mayNotOpen')}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice>
          {refused.map((issue) => (
            <p key={issue.path}>
              {issueAtField(translate, { ...issue, path: issue.path.replace(/^\w+Types\[\d+\]\./, '') })}
            </p>
          ))}
        </Notice>
      )}
    </>
  );
};
