/** Thrown where a request was about to begin that this instance may not begin: the work is left for the next holder. */

export class SendingStopped extends Error {
  override readonly name = 'SendingStopped';
  constructor() {
    super('this instance may not send any more');
  }
}
