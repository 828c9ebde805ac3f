/** Asks the raiser of an issue something, in words that pass the mask; nobody learns who they are. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import { safetyRoles } from '../../domain/issue/alert-hazard';
import { type AskOutcome, askRaiser as decide } from '../../domain/issue/ask-raiser';
import type { Issue } from '../../domain/issue/issue';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { raiserKeyOf } from './concerns';

const askingRoles = [...leadRoles, ...safetyRoles];

export interface AskRaiserCommand {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  /** As typed. */
  readonly words: string;
  readonly revision?: number;
  readonly personId: PersonId;
}

export type AskRaiserOutcome =
  /** `nobodyToAsk`: it is forgotten who raised it. */
  | { readonly outcome: 'noSuchIssue' | 'notTheLead' | 'nobodyToAsk' }
  | Exclude<AskOutcome, { outcome: 'asked' }>
  | { readonly outcome: 'asked'; readonly issue: Issue; readonly masked: readonly MaskedKind[] };

export async function askRaiser(context: AppContext, command: AskRaiserCommand): Promise<AskRaiserOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, issueId, revision, personId } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchIssue' };
  const holder = holdersOf(keys, programme, askingRoles).find((one) => one.personId === personId);
  if (!holder) return { outcome: 'notTheLead' };
  const to = await raiserKeyOf(context, { programmeId, issueId });
  if (!to) return { outcome: 'nobodyToAsk' };
  const { text: words, kinds: masked } = maskText(command.words, programme.hospitalNumber);
  const outcome = await changeRecord(
    store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: AskRaiserOutcome; next?: Issue } => {
      // The safety officers ask about hazards alone.
      if (!leadRoles.includes(holder.role) && !issue.hazard) return { outcome: { outcome: 'notTheLead' } };
      const given = revision === undefined ? {} : { revision };
      const asked = decide(issue, { to, words, byName: holder.displayName, ...given, now: clock.now() });
      return asked.outcome === 'asked'
        ? { outcome: { outcome: 'asked', issue: asked.next, masked }, next: asked.next }
        : { outcome: asked };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchIssue' };
}
