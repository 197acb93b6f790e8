import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';

/** Rows of the grid that are shown at once: each cell is a field, and a browser has its limits. */
export const gridPageSize = 50;

interface GridPagesProps {
  /** From 0 on. */
  page: number;
  total: number;
  onPage: (page: number) => void;
}

/** The way between the parts of a long grid. */
export const GridPages = ({ page, total, onPage }: GridPagesProps) => {
  const translate = useTranslate();
  if (total <= gridPageSize) return null;
  const last = Math.ceil(total / gridPageSize) - 1;
  const values = { first: page * gridPageSize + 1, last: Math.min((page + 1) * gridPageSize, total), total };
  return (
    <Flex gap={2}>
      <IconButton label={translate('imports.typed.earlier')} disabled={page === 0} onClick={() => onPage(page - 1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <Typography variant="pi" role="status">
        {translate('imports.typed.shown', values)}
      </Typography>
      <IconButton label={translate('imports.typed.later')} disabled={page >= last} onClick={() => onPage(page + 1)}>
        <ChevronRight aria-hidden />
      </IconButton>
    </Flex>
  );
};
