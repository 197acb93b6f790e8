/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   display: block, on a narrow screen, takes the roles of a table away in some browsers; said, they stay. */
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { waysIn } from '../../../../../contract';
import { Tag } from '../../../kernel/ui/Tag';
import { useTranslate } from '../../../kernel/translate';
import { toneOf, type Tally, type TypeCoverage } from '../coverage';
import { useNames } from '../site';

const Frame = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: ${({ theme }) => theme.spaces[2]};
  }
  th:first-child {
    padding-inline-start: 0;
  }
  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (max-width: 1279px) {
    &,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tbody tr {
      padding-block: ${({ theme }) => theme.spaces[2]};
    }
    th,
    td {
      padding: ${({ theme }) => `${theme.spaces[1]} 0`};
    }
    td {
      display: flex;
      gap: ${({ theme }) => theme.spaces[2]};
    }
    td::before {
      content: attr(data-header);
      flex: 0 0 14rem;
      font-size: ${({ theme }) => theme.fontSizes[1]};
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;

const Verdicts = ({ tally }: { tally: Tally }) => {
  const translate = useTranslate();
  if (tally.length === 0) return <Typography variant="pi">—</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {tally.map(({ verdict, count }) => (
        <Tag key={verdict} tone={toneOf[verdict]}>
          {translate(`settings.coverage.verdict.${verdict}`)}
          {count > 1 && ` × ${count}`}
        </Tag>
      ))}
    </Flex>
  );
};

/** Content types down, ways in across; on a narrow screen each type becomes a block, and a table all the same. */
export const CoverageTable = ({ rows }: { rows: readonly TypeCoverage[] }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <Frame role="table" aria-label={translate('settings.coverage')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <Typography variant="sigma" textColor="neutral600">
              {translate('settings.column.content-type')}
            </Typography>
          </th>
          {waysIn.map((way) => (
            <th key={way} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {translate(`settings.coverage.way-${way}`)}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ contentType, ways }) => (
          <tr key={contentType} role="row">
            <th role="rowheader" scope="row">
              <Typography fontWeight="bold">{names.contentType(contentType)}</Typography>
            </th>
            {waysIn.map((way) => (
              <td key={way} role="cell" data-header={translate(`settings.coverage.way-${way}`)}>
                <Verdicts tally={ways.get(way) ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Frame>
  );
};
