import type { ReactNode } from 'react';
import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import type { Part } from './components';
import { fieldLabel } from './fieldLabel';

interface ComponentValueProps {
  readonly parts: readonly Part[];
  /** Whether there may be several: then they are a list. */
  readonly many: boolean;
  readonly draw: (field: Field, value: unknown) => ReactNode;
}

/** A component, a list of them or a dynamic zone: each field by its label, as deep as it goes. */
export const ComponentValue = ({ parts, many, draw }: ComponentValueProps) => {
  const { t } = useLanguage();
  const shown = parts.map(({ label, values }, index) => (
    <div key={index} className="part">
      {label !== null && <p className="part-name">{label}</p>}
      <dl className="component">
        {values.map(({ field, value }) => (
          <div key={field.name}>
            <dt>{fieldLabel(field, t)}</dt>
            <dd>{draw(field, value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  ));
  if (!many) return <>{shown}</>;
  return (
    <ul className="components">
      {shown.map((part, index) => (
        <li key={index}>{part}</li>
      ))}
    </ul>
  );
};
