import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTranslate } from '../../kernel/translate';
import { steps, type Step } from './steps';

const Item = styled.li<{ $isCurrent: boolean }>`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding-block: ${({ theme }) => theme.spaces[1]};
  border-bottom: 2px solid ${({ theme, $isCurrent }) => ($isCurrent ? theme.colors.primary600 : 'transparent')};
`;

/** The steps of an import, and which one it is. */
export const Stepper = ({ step }: { step: Step }) => {
  const translate = useTranslate();
  const current = steps.indexOf(step);
  return (
    <Flex tag="ol" aria-label={translate('imports.steps')} gap={{ initial: 4, medium: 6 }} wrap="wrap">
      {steps.map((one, index) => (
        <Item key={one} $isCurrent={index === current} aria-current={index === current ? 'step' : undefined}>
          {index < current && <CheckCircle aria-hidden fill="success600" width="1.6rem" height="1.6rem" />}
          <Typography
            variant="pi"
            fontWeight={index === current ? 'bold' : 'regular'}
            textColor={index === current ? 'primary600' : 'neutral600'}
          >
            {`${index + 1}. ${translate(`imports.step.${one}`)}`}
          </Typography>
        </Item>
      ))}
    </Flex>
  );
};
