import * as React from 'react';
import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { Finding, Severity } from '../../../../contract/posture';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { Tag, type Tone } from '../../kernel/ui/Tag';
import { Examples } from './Examples';
import { placeOf } from './places';
import { repairWordsOf, rightOf, titleOf } from './words';

const tones = { high: 'bad', medium: 'careful', low: 'neutral' } as const satisfies Record<Severity, Tone>;

interface RepairButtonProps {
  finding: Finding;
  /** What the card says, for those who hear the button alone. */
  title: string;
  may: (permission: Permission) => boolean;
  onRepair: () => void;
}

/** The way to mend it: a click here, or a page of the panel. */
const RepairButton = ({ finding: { id, repair }, title, may, onRepair }: RepairButtonProps) => {
  const translate = useTranslate();
  if (repair.page !== null) {
    return (
      <LinkButton tag={Link} to={placeOf(repair.page, null)} variant="secondary" size="S">
        {translate(`posture.page.${repair.page}`)}
      </LinkButton>
    );
  }
  const words = repairWordsOf(id);
  if (repair.permission === null || words === null || !may('posture.manage')) return null;
  if (!may(repair.permission)) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {translate('posture.mayNot', { right: rightOf(translate, repair.permission) })}
      </Typography>
    );
  }
  const label = translate(words.button);
  return (
    <Button size="S" aria-label={translate('posture.repairOf', { action: label, name: title })} onClick={onRepair}>
      {label}
    </Button>
  );
};

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box>
    <Typography tag="h3" variant="sigma" textColor="neutral600">
      {title}
    </Typography>
    <Typography tag="p" textColor="neutral800">
      {children}
    </Typography>
  </Box>
);

interface FindingCardProps {
  finding: Finding;
  may: (permission: Permission) => boolean;
  onRepair: () => void;
  onAccept: () => void;
}

/** One risk: what it is, why it matters, what can be done, and the way there. */
export const FindingCard = ({ finding, may, onRepair, onAccept }: FindingCardProps) => {
  const translate = useTranslate();
  const heading = React.useId();
  const title = titleOf(translate, finding);
  return (
    <Box
      tag="article"
      aria-labelledby={heading}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={3} alignItems="flex-start" justifyContent="space-between" wrap="wrap">
          <Box flex="1 1 24rem">
            <Typography id={heading} tag="h2" variant="delta">
              {title}
            </Typography>
          </Box>
          <Tag tone={tones[finding.severity]}>{translate(`posture.severity.${finding.severity}`)}</Tag>
        </Flex>
        <Examples finding={finding} />
        <Flex gap={4} alignItems="flex-start" direction={{ initial: 'column', medium: 'row' }}>
          <Box flex="1 1 0">
            <Part title={translate('posture.why')}>{translate(`posture.why.${finding.id}`)}</Part>
          </Box>
          <Box flex="1 1 0">
            <Part title={translate('posture.todo')}>{translate(`posture.todo.${finding.id}`)}</Part>
          </Box>
        </Flex>
        <Flex gap={2} wrap="wrap">
          <RepairButton finding={finding} title={title} may={may} onRepair={onRepair} />
          {may('posture.manage') && (
            <Button
              size="S"
              variant="tertiary"
              aria-label={translate('posture.acceptOf', { name: title })}
              onClick={onAccept}
            >
              {translate('posture.accept')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
};
