/** A client's refusal to send a card because an input is not right yet; nothing reached the bot. */

export interface InputFailure {
  readonly inputId: string;
  readonly rule: 'isRequired' | 'regex' | 'min' | 'max' | 'maxLength' | 'choices';
  /** What the person reads under the input. */
  readonly errorMessage: string | undefined;
}

export class ClientValidationError extends Error {
  readonly failures: readonly InputFailure[];

  constructor(failures: readonly InputFailure[]) {
    super(
      failures
        .map((each) => `${each.inputId} (${each.rule}): ${each.errorMessage ?? 'no message'}`)
        .join('; '),
    );
    this.name = 'ClientValidationError';
    this.failures = failures;
  }
}
