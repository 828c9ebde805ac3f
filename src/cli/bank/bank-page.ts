/** The page of the documentation that lists the question bank, made from the bank itself. */

import type { BankItem, Scoring } from '../../domain/bank/bank-item';
import { questionBank, searchBank } from '../../domain/bank/question-bank';
import { themes } from '../../domain/bank/themes';
import type { Question } from '../../domain/pulse/question';
import { bankText } from '../../text/en/bank';

const scoringAtLength: Record<Scoring, string> = {
  shareFavourable:
    'The share of those who gave a view that chose one of the two upper points, with its range, and net agreement and the mean where these may be shown. “I don’t know yet” and “not my area” stand beside it. Every statement is positive, so that to agree is always favourable: nothing is scored reversed.',
  shareAboveMiddle:
    'The share of those who answered that chose a number above the middle (5 to 7 of 1 to 7), with its range, and the mean from 0 to 100 where it may be shown.',
  sharesOfChoices:
    'The share of each choice, for everyone together, never for a group. Choices with fewer than 2 answers are merged.',
  changeFromBaseline:
    'As above, and beside the oldest released wave that asked it in the same words: ask it once before anything changes. `bank score` prints both shares. The audiences may differ, so a small difference may be chance.',
  umuxLite:
    'UMUX-Lite (Lewis, Utesch and Maher 2013): for one person with the answers a and b from 1 to 7, (a + b − 2) × 100 / 12. For a group it is the mean of that, which is half the sum of the two items’ means.',
  words:
    'Never counted. Masked before it is stored, read by the lead after the close, and released or kept back.',
};

export function bankPage(): string {
  const lines = [
    '# The question bank',
    '',
    'Made by `npm run soundings -- bank page`; change the bank, not this page.',
    '',
    `${questionBank.length} questions in plain words: one idea each, read in five seconds. To ask one, refer to it in a pulse of your programme file:`,
    '',
    '```yaml',
    'questions:',
    '  - bank: safe-first-day',
    '  - bank: training-fits',
    '  - id: own-question',
    '    kind: agreement',
    '    text: The night shift has somebody to ask.',
    '```',
    '',
    'A question of the bank is asked as it stands, so that waves and programmes can be compared; its id becomes the question’s id. A pulse begins with a question of confidence; three questions are usual, nine the most. In the chat the lead sends `question bank`, or `question bank train` for one stage; `npm run soundings -- bank list --stage train` prints the same.',
    '',
    '## How each is scored',
    '',
    '| scored as | what it is |',
    '|---|---|',
    ...Object.entries(scoringAtLength).map(
      ([scoring, words]) => `| ${bankText.scoring[scoring as Scoring]} | ${words} |`,
    ),
    '',
    '### What is released of UMUX-Lite, and when it is not',
    '',
    'A release holds the two items as two tables and no joint figure. The score of a group is made of the two means that are released of it, and tells nothing that they do not. So:',
    '',
    '- It is there only where **both** means are. The mean of an item is released where each of its seven numbers may be shown, with at least 2 answers at each: often for everyone, seldom for a small group. Otherwise the score says why not: not heard yet, too small to show, answers too much alike, or too few answers at some points.',
    '- It is exact where the same people answered both items. Who answered one alone is in that one’s mean; so both numbers of answers stand beside the score.',
    '- It has no range, because a release does not say how the answers of one person go together. It decides no gate.',
    '- The wording of the first item is the plain one (“does what I need it to do”) that gave the same means as the original in published comparisons (Lewis and Sauro 2021). Compare yourself with your own earlier waves before you compare with others.',
    '',
    '`npm run soundings -- bank score --programme ID` prints it by group for the latest released wave.',
    '',
    ...themes.flatMap((theme) => [
      `## ${bankText.themes[theme]}`,
      '',
      '| id | question | answers | stages | scored as |',
      '|---|---|---|---|---|',
      ...searchBank({ theme }).map(row),
      '',
    ]),
  ];
  return lines.join('\n');
}

function row({ question, stages, scoring }: BankItem): string {
  const cells = [
    `\`${question.id}\``,
    question.text,
    answersTo(question),
    bankText.stages(stages),
    bankText.scoring[scoring],
  ];
  return `| ${cells.join(' | ')} |`;
}

function answersTo(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return question.choices.map(({ text }) => text).join('; ');
    case 'scale':
      return `a number from ${question.minimum} to ${question.maximum}`;
    default:
      return bankText.kinds[question.kind];
  }
}
