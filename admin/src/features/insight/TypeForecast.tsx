import { Box, Typography } from '@strapi/design-system';
import { Disclosure } from '../../kernel/ui/Disclosure';
import { useTranslate } from '../../kernel/translate';
import type { TypeChange } from './useForesight';

interface SamplesProps {
  title: string;
  rows: TypeChange['appearing'];
  total: number;
}

const Samples = ({ title, rows, total }: SamplesProps) => {
  const translate = useTranslate();
  if (total === 0) return null;
  return (
    <Box paddingLeft={5} paddingBottom={2}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {title}
      </Typography>
      <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
        {rows.map(({ documentId, label }) => (
          <Typography key={documentId} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {label}
          </Typography>
        ))}
        {total > rows.length && (
          <Typography tag="li" variant="pi" textColor="neutral600">
            {translate('insight.whatIf.more', { count: total - rows.length })}
          </Typography>
        )}
      </Box>
    </Box>
  );
};

/** "Tâches : 12 apparaissent, 3 disparaissent", with up to five of each. */
export const TypeForecast = ({ name, change }: { name: string; change: TypeChange }) => {
  const translate = useTranslate();
  const { appear, disappear, appearing, disappearing } = change;
  return (
    <Disclosure
      summary={
        <>
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">{`${name} — `}</Typography>
          {appear > 0 && (
            <Typography variant="pi" textColor="success700">
              {translate('insight.whatIf.appear', { count: appear })}
            </Typography>
          )}
          {appear > 0 && disappear > 0 && <Typography variant="pi">, </Typography>}
          {disappear > 0 && (
            <Typography variant="pi" textColor="danger700">
              {translate('insight.whatIf.disappear', { count: disappear })}
            </Typography>
          )}
        </>
      }
    >
      <Samples title={translate('insight.whatIf.appearing')} rows={appearing} total={appear} />
      <Samples title={translate('insight.whatIf.disappearing')} rows={disappearing} total={disappear} />
    </Disclosure>
  );
};
