/** A handler for intents of one kind in documents of one type. */

import type { Intent } from '../../domain/intent/intent';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import type { IntendingDocument, IntendingType, IntentHandler } from '../intent-handler';

export function defineIntent<T extends IntendingType>(
  kind: string,
  type: T,
  carryOut: (
    context: AppContext,
    document: DocumentOf<T>,
    intent: Intent,
    signal: AbortSignal,
  ) => Promise<void>,
): IntentHandler {
  return {
    kind,
    carryOut(context, { document, intent, signal }) {
      if (!isOf(document, type)) throw new Error(`a ${document.type} has no intent ${kind}`);
      return carryOut(context, document, intent, signal);
    },
  };
}

function isOf<T extends IntendingType>(
  document: IntendingDocument,
  type: T,
): document is DocumentOf<T> & IntendingDocument {
  return document.type === (type as string);
}
