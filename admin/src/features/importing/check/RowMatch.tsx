import { Typography } from '@strapi/design-system';
import type { ImportRow } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';
import { personName } from '../words';

/** Who a row is already, and by what. */
export const RowMatch = ({ match }: { match: NonNullable<ImportRow['match']> }) => {
  const translate = useTranslate();
  const { by, line, person } = match;
  const who =
    line === null ? (personName(person) ?? translate('imports.match.gone')) : translate('imports.match.line', { line });
  return (
    <Typography variant="pi" textColor="neutral800">
      {translate(`imports.match.${by}`, { who })}
    </Typography>
  );
};
