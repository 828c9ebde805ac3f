/** What is filled in at each step of setting a pulse up in chat, with what is there already. */

import type { Catalogue } from '../text/catalogue';
import { audienceFields, leaveOutFields } from './pulse-audience-fields';
import type { PulseField, PulseSetupState } from './pulse-field';
import { ownFields, questionFields } from './pulse-question-fields';
import { dayFields, repeatFields, whenFields } from './pulse-time-fields';

const fieldsAt = {
  questions: questionFields,
  own: ownFields,
  audience: audienceFields,
  leaveOut: leaveOutFields,
  when: whenFields,
  day: dayFields,
  repeat: repeatFields,
};

/** What was typed and is not saved takes the place of what is stored. */
export function pulseFieldsOf(state: PulseSetupState, text: Catalogue): readonly PulseField[] {
  return fieldsAt[state.step](state, text).map((field) => ({
    ...field,
    value: state.typed?.[field.id] ?? field.value,
  }));
}
