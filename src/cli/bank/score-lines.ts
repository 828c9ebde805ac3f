/** The scores of the question bank as lines for a terminal. */

import type { GroupUmuxLite, ScoreBankOutcome } from '../../app/wave/score-bank.use-case';
import type { BaselineChange, Share } from '../../domain/bank/change-from-baseline';
import { findBankItem } from '../../domain/bank/question-bank';
import type { UmuxLite } from '../../domain/bank/umux-lite';

type Scored = Extract<ScoreBankOutcome, { readonly outcome: 'scored' }>;

const reasons: Record<Extract<UmuxLite, { readonly outcome: 'withheld' }>['because'], string> = {
  tooSmallToShow: 'too small to show',
  notHeardYet: 'not heard yet',
  band: 'answers too much alike to show a mean',
  meanNotShown: 'too few answers at some of the points to show a mean',
};

export function scoreLines({ release, groups, changes }: Scored): string[] {
  if (groups.length === 0 && changes.length === 0) {
    return [`${release.title}: it asked no pair of UMUX-Lite, and nothing that has a baseline.`];
  }
  return [release.title, ...umuxLines(groups), ...changes.flatMap(changeLines)];
}

function umuxLines(groups: readonly GroupUmuxLite[]): string[] {
  if (groups.length === 0) return [];
  return [
    'UMUX-Lite, 0 to 100: half the sum of two released means. Who answered one item alone is in one of them.',
    ...groups.map(({ group, umuxLite }) => `  ${group.name}: ${umuxInWords(umuxLite)}`),
  ];
}

function umuxInWords(result: UmuxLite): string {
  switch (result.outcome) {
    case 'scored': {
      const { score, useful, easy } = result;
      return `${score.toFixed(1)} (useful ${useful.mean.toFixed(1)} of ${useful.n}, easy ${easy.mean.toFixed(1)} of ${easy.n})`;
    }
    case 'withheld':
      return reasons[result.because];
    case 'notAsked':
      return 'not asked';
  }
}

function changeLines({ questionId, baseline, shares }: BaselineChange): string[] {
  const question = findBankItem(questionId)?.question;
  const choices = question?.kind === 'choice' ? question.choices : [];
  const ordered = [...choices, { id: 'other', text: 'Others together' }];
  return [
    `${question?.text} Beside ${baseline.title}:`,
    ...ordered.flatMap(({ id, text }) =>
      shares.filter(({ label }) => label === id).map((share) => `  ${text}: ${shareInWords(share)}`),
    ),
  ];
}

function shareInWords({ before, now }: Share): string {
  const percent = (share: number | undefined) =>
    share === undefined ? 'among the others' : `${Math.round(share * 100)} %`;
  return `${percent(before)} → ${percent(now)}`;
}
