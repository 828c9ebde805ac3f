/** What carries out one kind of intent; written by use cases, run by the worker. */

import type { Intending, Intent } from '../domain/intent/intent';
import type { AppContext } from './context';
import type { DocumentOf, DocumentType, DocumentTypes } from './documents';

/** The types of document that can have something due. */
export type IntendingType = {
  [T in DocumentType]: DocumentTypes[T] extends Intending ? T : never;
}[DocumentType];
/** Told apart by `type`. */
export type IntendingDocument = { [T in IntendingType]: DocumentOf<T> }[IntendingType];

export interface IntentRequest {
  /** As it was when the intent was found due; another writer may have changed it since. */
  readonly document: IntendingDocument;
  readonly intent: Intent;
  /** Aborted when this instance stops or may no longer send: long work ends soon, by throwing. */
  readonly signal: AbortSignal;
}

export interface IntentHandler {
  readonly kind: string;
  /** True for work that lasts (a whole campaign): it does not take one of the few places of short work. */
  readonly isLong?: boolean;
  /** Does it, so that doing it again changes nothing; the worker then clears the intent. A handler that plans the same
   * id anew, with another time or other data, keeps it. @throws any error: it is tried again later. */
  carryOut(context: AppContext, request: IntentRequest): Promise<void>;
}
