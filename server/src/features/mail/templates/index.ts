import { faultsOfTemplate } from '../template';
import { accessKey } from './access-key';

/** Every message the product sends, by kind: one file a message. */
export const templates = { 'access-key': accessKey };
export type MessageKind = keyof typeof templates;

export const isMessageKind = (kind: string): kind is MessageKind => Object.hasOwn(templates, kind);

/** @throws where a template names a variable it does not declare, or a language lacks one. */
export const checkTemplates = (): void => {
  const faults = Object.entries(templates).flatMap(([kind, template]) =>
    faultsOfTemplate(template).map((fault) => `${kind}: ${fault}`)
  );
  if (faults.length > 0) throw new Error(`Mail templates: ${faults.join('; ')}`);
};
