import { Box } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { useTranslate } from './kernel/translate';
import { addressOf, type SubPage } from './subPages';

const Row = styled.ul`
  display: flex;
  flex-wrap: wrap;
  column-gap: ${({ theme }) => theme.spaces[6]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

const Tab = styled(NavLink)`
  display: block;
  padding-block: ${({ theme }) => theme.spaces[3]};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  font-weight: 500;
  line-height: 1.43;
  text-decoration: none;
  border-bottom: 2px solid transparent;
  margin-bottom: -1px;
  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
  &.active {
    color: ${({ theme }) => theme.colors.primary600};
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The way between the plugin's pages; of one page alone there is none to show. */
export const PageTabs = ({ pages }: { pages: readonly SubPage[] }) => {
  const translate = useTranslate();
  if (pages.length < 2) return null;
  return (
    <Box
      tag="nav"
      aria-label={translate('plugin.name')}
      background="neutral100"
      paddingTop={2}
      paddingLeft={{ initial: 4, medium: 6, large: 10 }}
      paddingRight={{ initial: 4, medium: 6, large: 10 }}
    >
      <Row>
        {pages.map((page) => (
          <li key={page.path}>
            {/* What stands below a page is of it; below the first one stand the others. */}
            <Tab to={addressOf(page)} end={page.path === ''}>
              {translate(page.title)}
            </Tab>
          </li>
        ))}
      </Row>
    </Box>
  );
};
