import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { importsPath } from '../plugin';
import { useTranslate } from '../translate';

/** The way from a list of people to the import of many. */
export const ImportLink = () => {
  const translate = useTranslate();
  return (
    <LinkButton tag={Link} to={`/${importsPath}/new`} variant="tertiary">
      {translate('imports.import')}
    </LinkButton>
  );
};
