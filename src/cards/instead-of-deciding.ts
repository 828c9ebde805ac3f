/** What an executive can do instead of deciding: hand it on, ask the lead for more, or say that they have seen it. */

import { z } from 'zod';
import type { EscalationDecision } from '../domain/escalation/escalation';
import type { PersonId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Role } from '../domain/programme/programme';
import type { Catalogue } from '../text/catalogue';
import { moreMaxLength } from './said-parts';
import { line } from './subject';

export interface InsteadView {
  /** Until when somebody must have looked at it, or who has. */
  readonly acknowledgement?: { readonly by: Instant } | { readonly name: string; readonly at: Instant };
  /** Whom the reader may pass it to. */
  readonly delegates: readonly {
    readonly personId: PersonId;
    readonly displayName: string;
    readonly role?: Role;
  }[];
  /** The decision that stands, where it is decided again: then there is nothing else to do. */
  readonly standing?: EscalationDecision;
  readonly typed?: { readonly moreWords?: string };
}

export const insteadShape = {
  delegations: z.array(
    z.strictObject({
      title: line,
      label: line,
      placeholder: line,
      errorMessage: line,
      people: z.array(z.strictObject({ title: line, value: line })).min(1),
      confirm: line,
    }),
  ),
  asking: z.array(
    z.strictObject({
      title: line,
      label: line,
      words: z.string(),
      maxLength: z.number(),
      errorMessage: line,
      hint: line,
      confirm: line,
    }),
  ),
  acknowledging: z.array(z.strictObject({ title: line })),
};

export function insteadOfDeciding(view: InsteadView, text: Catalogue) {
  const { standing, delegates, acknowledgement } = view;
  if (standing) return { delegations: [], asking: [], acknowledging: [] };
  const hasLooked = acknowledgement && 'at' in acknowledgement;
  return {
    delegations: delegations(delegates, text),
    asking: asking(view, text),
    acknowledging: hasLooked ? [] : [{ title: text.decisions.acknowledge }],
  };
}

function delegations(delegates: InsteadView['delegates'], { escalations, roles }: Catalogue) {
  if (delegates.length === 0) return [];
  return [
    {
      title: escalations.delegate,
      label: escalations.delegateLabel,
      placeholder: escalations.delegatePlaceholder,
      errorMessage: escalations.delegateRequired,
      people: delegates.map(({ personId, displayName, role }) => ({
        title: role ? escalations.personWithRole(displayName, roles[role]) : displayName,
        value: personId,
      })),
      confirm: escalations.delegateConfirm,
    },
  ];
}

function asking({ typed }: InsteadView, { decisions }: Catalogue) {
  return [
    {
      title: decisions.askMore,
      label: decisions.askMoreLabel,
      words: typed?.moreWords ?? '',
      maxLength: moreMaxLength,
      errorMessage: decisions.askMoreRequired,
      hint: decisions.askMoreHint,
      confirm: decisions.askMoreConfirm,
    },
  ];
}
