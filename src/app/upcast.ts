/** Brings documents that an earlier version stored into the shape that they have now. */

import { type DocumentOf, type DocumentType, placements } from './documents';
import type { StoredDocument } from './ports/store';

type Upcast = (document: StoredDocument) => StoredDocument;

/** By type, for documents of every version before the present one. Fields that are there stay as they are. */
const upcasts: Readonly<Partial<Record<DocumentType, Upcast>>> = {
  // Before its fallbacks were counted, every margin beside a silent atom was withheld by rule: none was for lack of time.
  release: (document) => ({ fallbacks: 0, ...document }),
  escalation: escalationWithSource,
  confidenceScore: (document) => ({
    audience: null,
    chosenBecause: null,
    wholeGroup: null,
    leftOut: null,
    assistedPeople: null,
    assistedAnswersAtLeast: null,
    assistedAnswersAtMost: null,
    ...document,
  }),
};

/** A document as it is read, whatever version wrote it; it is written back in the present one. */
export function upcast<T extends DocumentType>(type: T, document: StoredDocument): DocumentOf<T> {
  const isCurrent = document.schemaVersion === placements[type].schemaVersion;
  return (isCurrent ? document : (upcasts[type]?.(document) ?? document)) as DocumentOf<T>;
}

/** An escalation came of a wave alone, and everybody who was asked had one role and a card. */
interface FirstEscalation {
  readonly waveId?: string;
  readonly evidence?: readonly object[];
  readonly assignment?: FirstAssignment;
  readonly earlierAssignments?: readonly FirstAssignment[];
}

interface FirstAssignment {
  readonly personIds?: readonly string[];
  readonly role?: string;
}

function escalationWithSource(document: StoredDocument): StoredDocument {
  const {
    waveId,
    evidence = [],
    assignment,
    earlierAssignments = [],
    ...rest
  } = document as StoredDocument & FirstEscalation;
  return {
    ...(waveId === undefined ? {} : { source: { kind: 'wave', waveId } }),
    earlierDecisions: [],
    ...rest,
    evidence: evidence.map((one) => ({ kind: 'belowFloor', ...one })),
    ...(assignment ? { assignment: assignmentByPerson(assignment) } : {}),
    earlierAssignments: earlierAssignments.map(assignmentByPerson),
  } as StoredDocument;
}

function assignmentByPerson({ personIds, role, ...rest }: FirstAssignment): object {
  if (!personIds) return rest;
  return { asked: personIds.map((personId) => ({ personId, role })), carded: personIds, ...rest };
}
