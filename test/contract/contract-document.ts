/** The documents that the contract writes. */

import { randomUUID } from 'node:crypto';
import type { StoredDocument } from '../../src/app/ports/store';

export interface ContractDocument extends StoredDocument {
  readonly count?: number;
  readonly text?: string;
  readonly status?: string | number;
  readonly personId?: string;
  readonly waveId?: string;
  readonly pulseId?: string;
}

/** A partition that nothing else uses, so that the suite can run where others write. */
export function newPartition(): string {
  return `p-${randomUUID()}`;
}

export function aDocument(
  pk: string,
  id: string,
  fields: Partial<Omit<ContractDocument, 'pk' | 'id'>> = {},
): ContractDocument {
  return { id, pk, type: 'contract', schemaVersion: 1, ...fields };
}

/** `n` as text of four digits, so that text order is number order. */
export function numbered(prefix: string, n: number): string {
  return `${prefix}${String(n).padStart(4, '0')}`;
}
