import { Box, Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../translate';
import { ProgressBar } from '../ui/ProgressBar';

interface Line {
  key: string;
  text: string;
}

interface ReportProps {
  label: string;
  done: number;
  total: number;
  /** How it stands, in a sentence. */
  status: string;
  /** That it goes on without the window; null once it is over. */
  background: string | null;
  /** How often what came of the rows. */
  counts: readonly Line[];
  /** Those with whom not all was done: the first of them by name, and how many there are. */
  left: { heading: string; lines: readonly Line[]; total: number };
}

/** How far an action on a selection is, what came of it, and who was left. */
export const Report = ({ label, done, total, status, background, counts, left }: ReportProps) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ProgressBar aria-label={label} value={done} max={total} />
      <Typography role="status">{status}</Typography>
      {background !== null && (
        <Typography variant="pi" textColor="neutral600">
          {background}
        </Typography>
      )}
      <Box tag="ul">
        {counts.map(({ key, text }) => (
          <Typography key={key} tag="li">
            {text}
          </Typography>
        ))}
      </Box>
      {left.total > 0 && (
        <>
          <Typography fontWeight="bold">{left.heading}</Typography>
          <Box tag="ul">
            {left.lines.map(({ key, text }) => (
              <Typography key={key} tag="li">
                {text}
              </Typography>
            ))}
          </Box>
          {left.total > left.lines.length && (
            <Typography variant="pi" textColor="neutral600">
              {translate('bulk.leftMore', { count: left.total - left.lines.length })}
            </Typography>
          )}
        </>
      )}
    </Flex>
  );
};
