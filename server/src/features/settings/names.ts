import type { Settings } from '../../../../contract';
import { labelFieldOf, readableAttributes, type Model } from '../../kernel';

/** The field by which an editor knows the rows of a type: what the settings chose for it, else the best there is. */
export const namingFieldOf = ({ resourceTypes }: Pick<Settings, 'resourceTypes'>, model: Model): string =>
  resourceTypes.find(({ contentType }) => contentType === model.uid)?.labelField ??
  labelFieldOf(model, readableAttributes(model));
