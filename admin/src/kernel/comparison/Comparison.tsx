import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { HeldPerson, ImportedField } from '../../../../contract/importing';
import { useTranslate } from '../translate';
import { RadioField } from '../ui/choices';
import { ModalSection } from '../ui/Section';
import { compare, type ComparedField } from './compare';
import { useValueName } from './useValueName';

/** A side, and what its values are said to be. */
interface Side {
  person: HeldPerson;
  name: string;
}

interface ComparisonProps {
  /** Whose values can be taken. */
  offered: Side;
  /** Who stays. */
  held: Side;
  /** The fields that take the value offered. */
  taken: readonly ImportedField[];
  onTake: (taken: ImportedField[]) => void;
}

/** Two sides of one person, part by part: what is to be chosen, what is filled, and what stays. */
export const Comparison = ({ offered, held, taken, onTake }: ComparisonProps) => {
  const translate = useTranslate();
  const valueName = useValueName();
  const fields = compare(offered.person, held.person);
  const take = (field: ImportedField, isTaken: boolean) =>
    onTake(isTaken ? [...taken, field] : taken.filter((one) => one !== field));

  const conflictOf = (one: ComparedField) => (
    <Flex key={one.field} direction="column" alignItems="stretch" gap={1}>
      <Typography variant="pi" fontWeight="bold">
        {translate(`contacts.${one.field}`)}
      </Typography>
      <RadioField
        label={translate(`contacts.${one.field}`)}
        value={taken.includes(one.field) ? 'offered' : 'held'}
        options={[
          { value: 'held', label: valueName(one.field, one.held), explanation: held.name },
          { value: 'offered', label: valueName(one.field, one.offered), explanation: offered.name },
        ]}
        onChange={(side) => take(one.field, side === 'offered')}
      />
    </Flex>
  );
  const plainOf = (one: ComparedField) => (
    <Typography key={one.field} tag="li" style={{ overflowWrap: 'anywhere' }}>
      {translate('comparison.field', {
        field: translate(`contacts.${one.field}`),
        value: valueName(one.field, one.held ?? one.offered),
      })}
    </Typography>
  );
  const partOf = (kind: ComparedField['kind'], draw: (field: ComparedField) => React.ReactNode) => {
    const ofKind = fields.filter((field) => field.kind === kind);
    return (
      ofKind.length > 0 && (
        <ModalSection title={translate(`comparison.${kind}`)} hint={translate(`comparison.${kind}.hint`)}>
          <Flex tag={kind === 'conflict' ? 'div' : 'ul'} direction="column" alignItems="stretch" gap={3}>
            {ofKind.map(draw)}
          </Flex>
        </ModalSection>
      )
    );
  };

  return (
    <>
      {partOf('conflict', conflictOf)}
      {partOf('filled', plainOf)}
      {partOf('kept', plainOf)}
    </>
  );
};
