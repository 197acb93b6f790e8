import type { RowAction, Viewer, ViewerWay } from '../../../../contract/insight';
import { labelIn, type Locale } from '../../../../contract/locales';
import type { Translate } from '../../kernel/translate';

/** A guest by their name, or that it is not for this reader. */
export const nameOf = (translate: Translate, { guest }: Viewer): string =>
  guest?.name ?? translate('insight.viewers.unnamed');

const wayText = (translate: Translate, language: Locale, { kind, labels }: ViewerWay): string =>
  translate(`insight.viewers.way.${kind}`, { name: labelIn(labels, language) });

/** By what they see the row: `Tâches, Projets (accordé)`. */
export const throughText = (translate: Translate, language: Locale, { through }: Viewer): string =>
  through.map((way) => wayText(translate, language, way)).join(', ');

/** What they may do with it: `lire, modifier`. */
export const actionsText = (translate: Translate, actions: readonly RowAction[]): string =>
  actions.map((action) => translate(`insight.viewers.action.${action}`)).join(', ');
