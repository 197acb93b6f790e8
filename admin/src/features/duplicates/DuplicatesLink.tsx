import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { duplicatesPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';

/** The way from the contacts to those that may be there twice. */
export const DuplicatesLink = () => {
  const translate = useTranslate();
  return (
    <LinkButton tag={Link} to={`/${duplicatesPath}`} variant="tertiary">
      {translate('duplicates.link')}
    </LinkButton>
  );
};
