interface Named {
  readonly firstName: string | null;
  readonly lastName: string;
}

/** First name and last name, as far as there are any. */
export const fullName = ({ firstName, lastName }: Named): string => [firstName, lastName].filter(Boolean).join(' ');
