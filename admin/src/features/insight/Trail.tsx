import { Box, Typography } from '@strapi/design-system';
import { useTranslate, type Translate } from '../../kernel/translate';
import type { Check } from './why';

type Step = Check['trail'][number];

interface TrailProps {
  trail: Check['trail'];
  nameOf: (contentType: string) => string | undefined;
}

/** A row by its name, or that it is not for this reader; a component has no name of its own. */
const nameOrNot = (translate: Translate, { label, documentId }: Step): string => {
  if (label !== null) return ` → ${label}`;
  return documentId === '' ? '' : ` → ${translate('insight.why.hiddenRow')}`;
};

/** The rows that lead from the row to what ties it to the guest, each with the relation that led there. */
export const Trail = ({ trail, nameOf }: TrailProps) => {
  const translate = useTranslate();
  if (trail.length === 0) return null;
  return (
    <Box tag="ol" aria-label={translate('insight.why.trail')} paddingLeft={4} style={{ listStyle: 'disc' }}>
      {trail.map((step) => {
        const { attribute, contentType, documentId, ties } = step;
        const type = nameOf(contentType);
        return (
          <Typography key={`${attribute} ${documentId}`} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            <code>{attribute}</code>
            {nameOrNot(translate, step)}
            {type === undefined ? '' : ` (${type})`}
            {ties && <strong>{` — ${translate('insight.why.ties')}`}</strong>}
          </Typography>
        );
      })}
    </Box>
  );
};
