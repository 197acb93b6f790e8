import { useEffect } from 'react';

const forms = new Set<symbol>();

/** Whether something stands in this page that was typed and is not saved. */
export const hasUnsaved = (): boolean => forms.size > 0;

/** Says that something was typed here that is not saved. `isKept`: it survives the page, so that leaving asks nothing. */
export const useUnsaved = (isUnsaved: boolean, isKept: () => boolean): void => {
  useEffect(() => {
    if (!isUnsaved) return;
    const form = Symbol('form');
    forms.add(form);
    return () => void forms.delete(form);
  }, [isUnsaved]);

  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isKept()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved, isKept]);
};
