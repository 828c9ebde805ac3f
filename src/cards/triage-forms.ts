/** The six things a lead can do about an issue, each a form that is there only while it is possible. */

import { z } from 'zod';
import type { IssueId, PersonId } from '../domain/ids';
import type { Issue, IssueCategory } from '../domain/issue/issue';
import { canTriage, type TriageKind } from '../domain/issue/triage-issue';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { line } from './subject';

export interface TriageChoices {
  /** Who can be given the fix: role holders, and people found by name. */
  readonly owners: readonly { readonly personId: PersonId; readonly displayName: string }[];
  /** Open issues it may be the same as. */
  readonly mergeable: readonly {
    readonly issueId: IssueId;
    readonly category: IssueCategory;
    readonly title: string;
  }[];
  /** Who will be asked to decide. */
  readonly executiveName: string;
  /** What was typed with a tap that was refused, by input id. */
  readonly typed?: Readonly<Record<string, string>>;
}

export const triageLimits = { words: 1_000, title: 120, option: 100, consequence: 300, case: 500, name: 60 };
export const optionNumbers = [1, 2, 3, 4] as const;

const typed = z.string();
const choices = z.array(z.strictObject({ title: line, value: line }));
const button = z.strictObject({ title: line, act: line });
const sentence = {
  label: line,
  required: line,
  words: typed,
  maxLength: z.number(),
  hint: line,
  send: line,
  title: line,
};

export const triageFormsShape = {
  /** None for an issue that is over: an empty row of buttons would be left. */
  forms: z.array(
    z.strictObject({
      fix: z.array(
        z.strictObject({
          title: line,
          hint: line,
          ownerLabel: line,
          ownerNone: line,
          owner: typed,
          owners: choices,
          nameLabel: line,
          name: typed,
          nameMaxLength: z.number(),
          dueLabel: line,
          due: typed,
          wordsLabel: line,
          wordsRequired: line,
          words: typed,
          maxLength: z.number(),
          buttons: z.array(button),
        }),
      ),
      ask: z.array(z.strictObject(sentence)),
      merge: z.array(
        z.strictObject({
          title: line,
          label: line,
          none: line,
          required: line,
          chosen: typed,
          choices,
          hint: line,
          send: line,
        }),
      ),
      escalate: z.array(
        z.strictObject({
          title: line,
          questionLabel: line,
          questionRequired: line,
          question: typed,
          caseMaxLength: z.number(),
          options: z.array(
            z.strictObject({
              titleId: line,
              titleLabel: line,
              title: typed,
              titleMaxLength: z.number(),
              consequenceId: line,
              consequenceLabel: line,
              consequence: typed,
              consequenceMaxLength: z.number(),
            }),
          ),
          recommendedLabel: line,
          recommendedNone: line,
          recommended: typed,
          recommendable: choices,
          recommendationLabel: line,
          recommendation: typed,
          costLabel: line,
          cost: typed,
          send: line,
        }),
      ),
      marks: z.array(
        z.strictObject({
          title: line,
          hint: line,
          label: line,
          publishedTitle: typed,
          maxLength: z.number(),
          buttons: z.array(button),
        }),
      ),
      notNow: z.array(z.strictObject(sentence)),
    }),
  ),
};

type Forms = z.input<typeof triageFormsShape.forms>;
type Form = Forms[number];

interface FormSource extends TriageChoices {
  readonly issue: Issue;
}

export function triageForms(view: FormSource, text: Catalogue): { readonly forms: Forms } {
  const can = (kind: TriageKind) => canTriage(view.issue, kind);
  if (!can('publish')) return { forms: [] };
  const form: Form = {
    fix: can('fix') ? [fixForm(view, text)] : [],
    ask: can('ask') ? [askForm(view, text)] : [],
    merge: can('merge') && view.mergeable.length > 0 ? [mergeForm(view, text)] : [],
    escalate: can('escalate') ? [escalateForm(view, text)] : [],
    marks: [marksForm(view, text)],
    notNow: can('notNow') ? [notNowForm(view, text)] : [],
  };
  return { forms: [form] };
}

function fixForm(
  { issue, owners, typed: given = {} }: FormSource,
  { triage }: Catalogue,
): Form['fix'][number] {
  const { fix, status } = issue;
  const planned = status === 'fixing' ? fix : undefined;
  return {
    title: triage.fix,
    hint: triage.fixHint,
    ownerLabel: triage.ownerLabel,
    ownerNone: triage.choosePerson,
    owner: given.fixOwner ?? planned?.owner ?? '',
    owners: owners.map(({ personId, displayName }) => ({
      title: plainText(displayName) || triage.unprintable,
      value: personId,
    })),
    nameLabel: triage.ownerNameLabel,
    name: given.fixOwnerName ?? '',
    nameMaxLength: triageLimits.name,
    dueLabel: triage.dueLabel,
    due: given.fixDueOn ?? planned?.dueOn ?? '',
    wordsLabel: triage.fixWordsLabel,
    wordsRequired: triage.fixWordsRequired,
    words: given.fixWords ?? planned?.words ?? '',
    maxLength: triageLimits.words,
    buttons: [
      { title: planned ? triage.replan : triage.plan, act: 'fix' },
      { title: triage.isFixed, act: 'fixed' },
    ],
  };
}

function askForm({ typed: given = {} }: FormSource, { triage }: Catalogue): Form['ask'][number] {
  return {
    title: triage.ask,
    label: triage.askLabel,
    required: triage.askRequired,
    words: given.askWords ?? '',
    maxLength: triageLimits.words,
    hint: triage.askHint,
    send: triage.askSend,
  };
}

function mergeForm(
  { issue, mergeable, typed: given = {} }: FormSource,
  { triage, bank }: Catalogue,
): Form['merge'][number] {
  return {
    title: triage.merge,
    label: triage.mergeLabel,
    none: triage.chooseIssue,
    required: triage.mergeRequired,
    chosen: given.mergeInto ?? '',
    choices: mergeable.map(({ issueId, category, title }) => ({
      title: category === issue.category ? title : triage.otherCategory(bank.themes[category], title),
      value: issueId,
    })),
    hint: triage.mergeHint,
    send: triage.mergeSend,
  };
}

function escalateForm(
  { executiveName, typed: given = {} }: FormSource,
  { triage }: Catalogue,
): Form['escalate'][number] {
  return {
    title: triage.escalate,
    questionLabel: triage.questionLabel,
    questionRequired: triage.questionRequired,
    question: given.upQuestion ?? '',
    caseMaxLength: triageLimits.case,
    options: optionNumbers.map((number) => ({
      titleId: `upOption${number}Title`,
      titleLabel: triage.optionLabel(number),
      title: given[`upOption${number}Title`] ?? '',
      titleMaxLength: triageLimits.option,
      consequenceId: `upOption${number}Consequence`,
      consequenceLabel: triage.consequenceLabel(number),
      consequence: given[`upOption${number}Consequence`] ?? '',
      consequenceMaxLength: triageLimits.consequence,
    })),
    recommendedLabel: triage.recommendedLabel,
    recommendedNone: triage.recommendsNone,
    recommended: given.upRecommended ?? '',
    recommendable: optionNumbers.map((number) => ({ title: triage.option(number), value: String(number) })),
    recommendationLabel: triage.recommendationLabel,
    recommendation: given.upRecommendation ?? '',
    costLabel: triage.costLabel,
    cost: given.upCost ?? '',
    send: triage.send(executiveName),
  };
}

function marksForm({ issue, typed: given = {} }: FormSource, { triage }: Catalogue): Form['marks'][number] {
  const { publishedTitle, blocker, hazard } = issue;
  return {
    title: triage.marks,
    hint: triage.titleHint,
    label: triage.titleLabel,
    publishedTitle: given.publishTitle ?? publishedTitle ?? '',
    maxLength: triageLimits.title,
    buttons: [
      { title: publishedTitle ? triage.changeTitle : triage.publish, act: 'publish' },
      ...(publishedTitle ? [{ title: triage.unpublish, act: 'unpublish' }] : []),
      blocker
        ? { title: triage.clearBlocker, act: 'clearBlocker' }
        : { title: triage.markBlocker, act: 'markBlocker' },
      ...(hazard?.status === 'open' ? [] : [{ title: triage.markHazard, act: 'markHazard' }]),
    ],
  };
}

function notNowForm({ typed: given = {} }: FormSource, { triage }: Catalogue): Form['notNow'][number] {
  return {
    title: triage.notNow,
    label: triage.notNowLabel,
    required: triage.notNowRequired,
    words: given.notNowWords ?? '',
    maxLength: triageLimits.words,
    hint: triage.maskHint,
    send: triage.notNowSend,
  };
}
