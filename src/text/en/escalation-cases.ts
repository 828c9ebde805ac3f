/** The standard question and options for each kind of thing that goes up to an executive. */

import type { EscalationCase, EscalationFact } from '../../domain/escalation/escalation';
import type { Format } from '../format';

type Case = Pick<EscalationCase, 'question' | 'options'>;
type FactOf<K extends EscalationFact['kind']> = Extract<EscalationFact, { readonly kind: K }>;

const optionsOf = (...options: readonly (readonly [string, string])[]): Case['options'] =>
  options.map(([title, consequence], index) => ({ id: `option${index + 1}`, title, consequence }));

const issueOptions = optionsOf(
  ['Fix it, with an owner and money', 'Somebody gets the time and the budget. Other work waits.'],
  ['Work round it until a fix is due', 'Staff carry the extra work until then.'],
  ['Delay what depends on it', 'Those groups start later. Old and new ways of working run side by side.'],
  ['Accept it, with a reason', 'Nothing changes. Those who raised it hear the reason.'],
);

const backlogOptions = optionsOf(
  ['Give the lead more people to deal with it', 'They are missing elsewhere for some weeks.'],
  ['Deal with harm to care first, tell the others when', 'The others wait longer, and know it.'],
  ['Pause new work until it is cleared', 'The plan moves by that time.'],
  ['Accept it, with a reason', 'Those who raised something hear the reason.'],
);

const gateOptions = optionsOf(
  ['Decide the gate within one working day', 'Whoever is asked decides on the gate’s own card.'],
  ['Move the day of the gate', 'The plan moves with it, and everybody who prepares for it is told.'],
  ['Refer it to the programme board', 'The board decides at its next meeting. Until then nothing starts.'],
);

const reviewOptions = optionsOf(
  ['Go on with changes that those against it can accept', 'The proposal is changed and asked about again.'],
  ['Stop it', 'Things stay as they are, with the problem that it was to solve.'],
  ['Go on as proposed, with a reason', 'Those against it hear the reason. Their objection stays on record.'],
);

export const escalationCasesText = (format: Format) => ({
  issue: ({ title, siteGroupName }: FactOf<'issue'>): Case => ({
    question: `What should we do about this at ${siteGroupName}: ${title}`,
    options: issueOptions,
  }),
  backlog: ({ issues, olderThanWorkingDays }: FactOf<'backlog'>): Case => ({
    question: `${format.plural(issues, 'issue has', 'issues have')} waited longer than ${format.plural(olderThanWorkingDays, 'working day', 'working days')} with nobody dealing with them. What should we do?`,
    options: backlogOptions,
  }),
  gate: ({ gateName }: FactOf<'gate'>): Case => ({
    question: `Nobody has decided the gate “${gateName}” in time. What should happen?`,
    options: gateOptions,
  }),
  gateWasDecided: (gateName: string) => `The gate “${gateName}” was decided on its own card.`,
  review: ({ title, outcome }: FactOf<'review'>): Case => ({
    question: `The design review “${title}” ended with: ${outcome}. Which way do we go?`,
    options: reviewOptions,
  }),
});
