import type { SettingsTabProps } from '../tabProps';
import { AccessTypesSection } from './AccessTypesSection';
import { CoverageSection } from './CoverageSection';
import { OpeningNote } from '../OpeningNote';
import { ResourceTypesSection } from './ResourceTypesSection';

/** What can be given to guests, and whether it is shut to all others. */
export const ContentTab = ({ values, change, verdicts }: SettingsTabProps) => (
  <>
    <OpeningNote tab="content" issues={verdicts.issues} />
    <ResourceTypesSection
      verdicts={verdicts}
      resourceTypes={values.resourceTypes}
      accessTypes={values.accessTypes}
      onChange={(resourceTypes) => change('resourceTypes', resourceTypes)}
    />
    <AccessTypesSection
      verdicts={verdicts}
      accessTypes={values.accessTypes}
      onChange={(accessTypes) => change('accessTypes', accessTypes)}
    />
    <CoverageSection saved={verdicts.saved} />
  </>
);
