/** Marks an error of ours as the design system marks those of its fields. */
export const fieldErrorMark = { 'data-strapi-field-error': true };

/** Puts the focus on the first wrong field of a form; of a group of fields on its first button. */
export const focusFirstError = (form: HTMLElement | null): void => {
  const error = form?.querySelector('[data-strapi-field-error]');
  const field = error && form?.querySelector<HTMLElement>(`[aria-describedby~="${CSS.escape(error.id)}"]`);
  (field?.tagName === 'FIELDSET' ? field.querySelector<HTMLElement>('button') : field)?.focus();
};
