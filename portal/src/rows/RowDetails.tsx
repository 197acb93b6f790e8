import type { Section } from '../api/guestAccess';
import type { Row } from '../api/rows';
import { RemoveButton } from '../editing/RemoveButton';
import { editableFields } from '../editing/formFields';
import { useLanguage } from '../language/LanguageProvider';
import { Flash } from '../page/Flash';
import { Heading } from '../page/Heading';
import { labelField } from './columns';
import { fieldLabel } from './fieldLabel';
import { LongValue } from './LongValue';
import { useRowName } from './RowLink';

interface RowDetailsProps {
  readonly section: Section;
  readonly row: Row;
  /** Whether it has just been saved; told on top. */
  readonly saved: boolean;
  readonly onEdit: () => void;
}

/** What the guest may read of a row, and what they may do with it. */
export const RowDetails = ({ section, row, saved, onEdit }: RowDetailsProps) => {
  const { t } = useLanguage();
  const name = useRowName()(section, row);
  const label = labelField(section);
  const editable = section.actions.includes('update') && editableFields(section).length > 0;

  return (
    <>
      <div className="row-head">
        <Heading>{name}</Heading>
        <div className="actions">
          {editable && (
            <button type="button" className="button primary" onClick={onEdit}>
              {t('row.edit')}
            </button>
          )}
          {section.actions.includes('delete') && <RemoveButton section={section} row={row} name={name} />}
        </div>
      </div>
      {saved ? <p className="flash">{t('row.saved')}</p> : <Flash />}
      <dl className="details">
        {section.fields
          .filter((field) => field.name !== label.name && (field.kind !== 'relation' || field.target !== undefined))
          .map((field) => (
            <div key={field.name} className={`kind-${field.kind}`}>
              <dt>{fieldLabel(field, t)}</dt>
              <dd>
                <LongValue field={field} value={row[field.name]} components={section.components ?? []} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
};
