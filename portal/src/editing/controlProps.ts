/** What every editor gives to its control, so that label, state and error are said together. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-required': boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}
