import { useLanguage } from '../language/LanguageProvider';
import { isBlocks } from './isBlocks';
import { Blocks } from './Blocks';
import { useValueText } from './useValueText';
import { wordsOf } from './words';

/** What Strapi adds to a component and no person asked for. */
const technicalNames: readonly string[] = ['id', 'documentId', '__component'];

/** A component, a list of them, or anything nested: names and values, as deep as it goes. */
export const ComponentValue = ({ value }: { readonly value: unknown }) => {
  const { t } = useLanguage();
  const valueText = useValueText();
  if (isBlocks(value)) return <Blocks blocks={value} />;
  if (Array.isArray(value)) {
    return (
      <ul className="components">
        {value.map((each: unknown, index) => (
          <li key={index}>
            <ComponentValue value={each} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl className="component">
        {Object.entries(value)
          .filter(([name]) => !technicalNames.includes(name))
          .map(([name, inner]) => (
            <div key={name}>
              <dt>{wordsOf(name)}</dt>
              <dd>
                <ComponentValue value={inner} />
              </dd>
            </div>
          ))}
      </dl>
    );
  }
  return <>{valueText('text', value) ?? <span className="none">{t('value.none')}</span>}</>;
};
