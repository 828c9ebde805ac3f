/** An entry of the decision log as it was chained, without what the store keeps beside it. */

import type { DecisionLogEntry } from '../../domain/decision/decision';
import type { DocumentOf } from '../documents';

export function loggedContentOf(document: DocumentOf<'decision'>): DecisionLogEntry {
  const { id: _id, pk: _pk, type: _type, schemaVersion: _version, ...entry } = document;
  return entry as DecisionLogEntry;
}
