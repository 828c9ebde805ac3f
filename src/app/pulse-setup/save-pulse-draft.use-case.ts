/** Keeps one step of a pulse that is being set up in chat; nobody is asked anything yet. */

import { localDay } from '../../domain/calendar/local-time';
import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { changeDraft, type PulseChange } from '../../domain/pulse/change-draft';
import { type ChatPulse, isChatPulse } from '../../domain/pulse/chat-pulse';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, ensureRecord } from '../records';
import { emptyPulseDraft, type PulsePlace } from './find-pulse-draft';

export interface SavePulseDraft extends PulsePlace {
  /** Of the card that was filled in; 0 makes a new one where there is none. */
  readonly revision: number;
  readonly setUpBy: PersonId;
  readonly change: PulseChange;
}

/** `outOfDate`: nothing was saved; `pulse` is what is there. */
export type SavePulseDraftOutcome =
  | { readonly outcome: 'saved'; readonly pulse: ChatPulse; readonly masked: readonly MaskedKind[] }
  | { readonly outcome: 'outOfDate' | 'notADraft'; readonly pulse: ChatPulse }
  | { readonly outcome: 'noSuchProgramme' | 'noSuchDraft' };

/** Masked before it is stored. The same change a second time is saved already, whatever the card's revision. */
export async function savePulseDraft(
  context: AppContext,
  command: SavePulseDraft,
): Promise<SavePulseDraftOutcome> {
  const { programmeId, pulseId, revision, setUpBy } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const now = context.clock.now();
  const { change, masked } = maskedChange(command.change, programme);
  const terms = {
    programme,
    today: localDay(now, programme.timeZone),
    random: context
      .newId()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 8),
  };
  if (revision === 0) {
    await ensureRecord(context.store, 'pulse', { ...emptyPulseDraft(programme, pulseId, now), setUpBy });
  }
  const outcome = await changeRecord<'pulse', SavePulseDraftOutcome>(
    context.store,
    'pulse',
    programmeId,
    pulseDocumentId(pulseId),
    (pulse) => {
      if (!isChatPulse(pulse)) return { outcome: { outcome: 'noSuchDraft' } };
      if (pulse.status !== 'draft') return { outcome: { outcome: 'notADraft', pulse } };
      const definition = changeDraft(pulse.definition, change, terms);
      const isSaved = pulse.revision > 0 && JSON.stringify(definition) === JSON.stringify(pulse.definition);
      if (isSaved) return { outcome: { outcome: 'saved', pulse, masked } };
      if (revision !== pulse.revision) return { outcome: { outcome: 'outOfDate', pulse } };
      const next = { ...pulse, definition, revision: revision + 1 };
      return { outcome: { outcome: 'saved', pulse: next, masked }, next };
    },
  );
  return outcome ?? { outcome: 'noSuchDraft' };
}

/** What the lead typed, without what could point to a patient or a person. */
function maskedChange(
  change: PulseChange,
  { hospitalNumber }: Programme,
): { readonly change: PulseChange; readonly masked: readonly MaskedKind[] } {
  const found = new Set<MaskedKind>();
  const mask = (text: string) => {
    const { text: masked, kinds } = maskText(text, hospitalNumber);
    for (const kind of kinds) found.add(kind);
    return masked.trim();
  };
  const masked = (): PulseChange => {
    switch (change.step) {
      case 'questions':
        return { ...change, title: mask(change.title) };
      case 'own':
        return { ...change, questions: change.questions.map((one) => ({ ...one, text: mask(one.text) })) };
      case 'leaveOut':
        return change.added ? { ...change, added: { ...change.added, why: mask(change.added.why) } } : change;
      default:
        return change;
    }
  };
  return { change: masked(), masked: [...found] };
}
