/**
 * Words of a technical name: `dueDate` → `Due date`, `in_progress` → `In progress`. Names that are words already, or all
 * in capitals, stay as they are.
 */
export const wordsOf = (name: string): string => {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(
      /([\p{Ll}\d])(\p{Lu})(?=\p{Ll})/gu,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`
    )
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};
