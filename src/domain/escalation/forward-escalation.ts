/** The lead sends an escalation up, or its clock does: either way exactly once, and never without a question. */

import type { PersonId } from '../ids';
import { type Asking, startChain } from './chain';
import type { Escalation, EscalationCase, EscalationOption } from './escalation';

/** What the lead typed; blank parts are left out. */
export interface LeadCase {
  readonly question?: string;
  readonly options: readonly { readonly title: string; readonly consequence: string }[];
  /** 1-based, among the lead's own options or, without any, the standard ones. */
  readonly recommendedOption?: number;
  readonly recommendation?: string;
  readonly costOfWaiting?: string;
}

export interface ForwardRequest extends Asking {
  readonly lead: { readonly personId: PersonId; readonly words: LeadCase } | 'clock';
  readonly standard: Pick<EscalationCase, 'question' | 'options'>;
}

export type ForwardOutcome =
  | { readonly outcome: 'forwarded'; readonly next: Escalation }
  | { readonly outcome: 'alreadyForwarded' }
  /** No step has anybody to ask. */
  | { readonly outcome: 'noExecutive' }
  | { readonly outcome: 'incomplete'; readonly missing: 'consequence' | 'title' | 'secondOption' }
  | { readonly outcome: 'recommendsNothing' };

export function forwardEscalation(escalation: Escalation, request: ForwardRequest): ForwardOutcome {
  if (escalation.status !== 'withLead') return { outcome: 'alreadyForwarded' };
  const words: LeadCase = request.lead === 'clock' ? { options: [] } : request.lead.words;
  const missing = missingPart(words);
  if (missing) return { outcome: 'incomplete', missing };
  const options: readonly EscalationOption[] =
    words.options.length > 0
      ? words.options.map((option, index) => ({ ...option, id: `option${index + 1}` }))
      : request.standard.options;
  const recommended =
    words.recommendedOption === undefined ? undefined : options[words.recommendedOption - 1];
  if (words.recommendedOption !== undefined && !recommended) return { outcome: 'recommendsNothing' };
  const withCase: Escalation = {
    ...escalation,
    case: {
      question: words.question ?? request.standard.question,
      options,
      ...(recommended ? { recommendedOptionId: recommended.id } : {}),
      ...(words.recommendation ? { recommendation: words.recommendation } : {}),
      ...(words.costOfWaiting ? { costOfWaiting: words.costOfWaiting } : {}),
      preparedBy: request.lead === 'clock' ? 'standard' : request.lead.personId,
    },
  };
  const next = startChain(withCase, request);
  return next ? { outcome: 'forwarded', next } : { outcome: 'noExecutive' };
}

function missingPart({ options }: LeadCase): 'consequence' | 'title' | 'secondOption' | undefined {
  if (options.some(({ title }) => !title)) return 'title';
  if (options.some(({ consequence }) => !consequence)) return 'consequence';
  return options.length === 1 ? 'secondOption' : undefined;
}
