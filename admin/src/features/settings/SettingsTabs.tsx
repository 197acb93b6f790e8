import * as React from 'react';
import { Box, Flex, Tabs, VisuallyHidden } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useLocation, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { useTranslate } from '../../kernel/translate';
import { tabIn, tabs, type Tab } from './tabs';

// The names stand on several lines where they do not fit on one: a bar that scrolls would hide the last of them.
const List = styled(Tabs.List)`
  flex-wrap: wrap;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

/** The tab that is open, kept in the address so that it can be linked to; and how to open another. */
export const useTab = (): [Tab, (tab: Tab) => void] => {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const open = React.useCallback((tab: Tab) => navigate({ hash: tab }, { replace: true }), [navigate]);
  return [tabIn(hash), open];
};

interface Props {
  tab: Tab;
  onChange: (tab: Tab) => void;
  /** The tabs on which something was refused. */
  faulty: ReadonlySet<Tab>;
  children: Record<Tab, React.ReactNode>;
}

/** The parts of the page, one at a time. */
export const SettingsTabs = ({ tab, onChange, faulty, children }: Props) => {
  const translate = useTranslate();
  return (
    <Tabs.Root
      variant="simple"
      value={tab}
      onValueChange={(value) => onChange(tabs.find((one) => one === value) ?? tab)}
    >
      <List aria-label={translate('settings.tabs')}>
        {tabs.map((one) => (
          <Tabs.Trigger key={one} value={one} type="button">
            <Flex tag="span" gap={1}>
              {translate(`settings.tabs.${one}`)}
              {faulty.has(one) && (
                <>
                  <WarningCircle fill="danger600" aria-hidden />
                  <VisuallyHidden>{translate('settings.tabs.faulty')}</VisuallyHidden>
                </>
              )}
            </Flex>
          </Tabs.Trigger>
        ))}
      </List>
      {tabs.map((one) => (
        <Tabs.Content key={one} value={one}>
          <Box paddingTop={6}>
            <Flex direction="column" alignItems="stretch" gap={6}>
              {children[one]}
            </Flex>
          </Box>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
};
