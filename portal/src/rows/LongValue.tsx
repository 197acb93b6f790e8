import { Link } from 'react-router-dom';
import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { useAccess } from '../session/RequireSession';
import { isBlocks } from './isBlocks';
import { Blocks } from './Blocks';
import { partsOf, type Component } from './components';
import { ComponentValue } from './ComponentValue';
import { mediaFiles } from './media';
import { relatedRows, sectionOfTarget } from './related';
import { rowPath } from '../page/sectionPath';
import { RichText } from './RichText';
import { ShortValue } from './ShortValue';

interface FieldValueProps {
  readonly field: Field;
  readonly value: unknown;
}
interface LongValueProps extends FieldValueProps {
  /** Those of the section. */
  readonly components: readonly Component[];
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const Related = ({ field, value }: FieldValueProps) => {
  const { sections } = useAccess();
  const section = sectionOfTarget(field, sections);
  return (
    <ul className="plain">
      {relatedRows(field, value).map(({ documentId, label }) => (
        <li key={documentId}>
          {section === null ? label : <Link to={rowPath(section.key, documentId)}>{label}</Link>}
        </li>
      ))}
    </ul>
  );
};

const Media = ({ value }: { readonly value: unknown }) => (
  <ul className="plain">
    {mediaFiles(value).map(({ name, url }) => (
      <li key={url ?? name}>
        {url === null ? (
          name
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        )}
      </li>
    ))}
  </ul>
);

/** A value at full length, for the row's page. Nothing that comes from the site is ever read as HTML. */
export const LongValue = ({ field, value, components }: LongValueProps) => {
  const { t } = useLanguage();
  if (isEmpty(value)) return <span className="none">{t('value.none')}</span>;
  switch (field.kind) {
    case 'relation':
      return <Related field={field} value={value} />;
    case 'media':
      return <Media value={value} />;
    case 'component':
      return (
        <ComponentValue
          parts={partsOf(field, value, components)}
          many={Array.isArray(value)}
          draw={(inner, held) => <LongValue field={inner} value={held} components={components} />}
        />
      );
    case 'longtext':
      return typeof value === 'string' ? <p className="prose">{value}</p> : null;
    case 'richtext':
      return typeof value === 'string' ? <RichText source={value} /> : null;
    case 'json':
      return isBlocks(value) ? <Blocks blocks={value} /> : <pre className="code">{JSON.stringify(value, null, 2)}</pre>;
    case 'email':
      return typeof value === 'string' ? <a href={`mailto:${encodeURIComponent(value)}`}>{value}</a> : null;
    default:
      return <ShortValue field={field} value={value} />;
  }
};
