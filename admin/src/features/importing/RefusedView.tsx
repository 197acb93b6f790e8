import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ImportPlan } from '../../../../contract/importing';
import { importsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Notice } from '../../kernel/ui/Notice';
import { Section } from '../../kernel/ui/Section';

/** Why nobody is taken from a file, and the way to another one. */
export const RefusedView = ({ plan: { refusal, fileName } }: { plan: ImportPlan }) => {
  const translate = useTranslate();
  return (
    <Section title={translate('imports.refused')} hint={fileName}>
      <Notice role="status">{translate(`imports.refusal.${refusal ?? 'no-rows'}`)}</Notice>
      <div>
        <LinkButton tag={Link} to={`/${importsPath}/new`} variant="secondary">
          {translate('imports.otherFile')}
        </LinkButton>
      </div>
    </Section>
  );
};
