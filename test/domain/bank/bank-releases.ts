/** Releases with the few figures that the scores of the bank are made of. */

import { findBankItem } from '../../../src/domain/bank/question-bank';
import type {
  ChoiceFigures,
  Figures,
  GroupRow,
  Release,
  ReleaseTable,
} from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { wilsonInterval } from '../../../src/domain/score/wilson';

export function releaseWith(day: string, ...tables: readonly ReleaseTable[]): Release {
  return {
    waveId: asId(`wave-${day}`),
    programmeId: asId('larkmere-epr'),
    pulseId: asId('readiness'),
    title: `Ready on ${day}`,
    minimumGroupSize: 11,
    confidenceFloor: 0.6,
    releasedAt: `${day}T17:00:00.000Z` as Instant,
    tables,
    fallbacks: 0,
  };
}

export function bankTable(id: string, figures: Figures): ReleaseTable {
  const row: GroupRow = {
    groupId: asId('total'),
    kind: 'total',
    name: 'Everyone',
    atomIds: [],
    headcount: 400,
    figures,
    isBelowFloor: false,
  };
  return { ...headOf(id), rows: [row] };
}

export function choiceTable(id: string, counts: Readonly<Record<string, number>>): ReleaseTable {
  const distribution = Object.entries(counts).map(([label, count]) => ({ label, count }));
  const n = distribution.reduce((sum, { count }) => sum + count, 0);
  const choices: ChoiceFigures = { label: 'shown', n, distribution };
  return { ...headOf(id), rows: [], choices };
}

export function shownWith(n: number, mean?: number): Figures {
  const favourable = Math.round(n / 2);
  const interval = wilsonInterval(favourable, n);
  const share = { label: 'shown', n, favourable, favourableShare: favourable / n, interval } as const;
  return mean === undefined ? share : { ...share, mean };
}

function headOf(id: string): Pick<ReleaseTable, 'questionId' | 'questionText' | 'questionKind'> {
  const question = findBankItem(id)?.question;
  if (!question) throw new RangeError(`the bank has no ${id}`);
  return { questionId: question.id, questionText: question.text, questionKind: question.kind };
}
