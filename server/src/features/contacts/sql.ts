import { databaseOf, type Strapi } from '../../kernel';

/**
 * A condition that a column holds a text, as it is: no character of it is a wildcard. Both sides are folded already
 * (`fold` in rules.ts), so that the comparison is by bytes.
 */
export const contains = (strapi: Strapi, column: string, text: string): [string, string[]] => {
  switch (databaseOf(strapi)) {
    case 'postgres':
      return ['strpos(??, ?) > 0', [column, text]];
    case 'mysql':
      return ['instr(??, binary ?) > 0', [column, text]];
    default:
      return ['instr(??, ?) > 0', [column, text]];
  }
};
