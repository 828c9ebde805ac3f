/** Whether words read as if a patient were or could be harmed: reason to ask, never to decide. */

const patient =
  '(?:patient|pt|resident|client|mother|baby|babies|child|children|person|people|someone|somebody)s?';
const dose =
  '(?:drug|med|medication|medicine|dose|tablet|blood|insulin|infusion|unit|strength|prescription|allerg(?:y|ies)|antibiotic)s?';
const wrong =
  '(?:wrong|incorrect|missed|missing|double|duplicate[ds]?|extra|omitted|delayed|lost|not given|given twice)';
const few = String.raw`(?:\P{L}+\p{L}+){0,4}\P{L}+`;

const signs: readonly RegExp[] = [
  /\bharm(?:ed|ing|ful|s)?\b/iu,
  /\b(?:died|dies|dying|dead|deaths?|fatal|killed|kill)\b/iu,
  /\b(?:overdos\w*|under-?dos\w*|misdiagnos\w*|anaphyla\w*|arrest(?:ed)?|resus\w*|sepsis|septic|haemorrhag\w*|collapsed?)\b/iu,
  /\b(?:injur(?:y|ies|ed)|hurt|bleeding|deteriorat\w*|seizures?|suicid\w*|self-?harm\w*|safeguarding|abused?|neglect(?:ed)?)\b/iu,
  /\b(?:unsafe|dangerous|danger|hazard\w*|never event|near[ -]miss\w*|serious incident|datix\w*|lfpse)\b/iu,
  /\b(?:patient|clinical) (?:safety|risk|harm|incident)s?\b/iu,
  /\bat risk\b|\brisk (?:to|for) (?:the |our |a )?(?:patient|pt|baby|mother|child|resident)/iu,
  /\bwrong (?:patient|pt|person|baby|record|chart|notes|site|side|result|limb|eye|leg|arm)s?\b/iu,
  new RegExp(String.raw`\b${wrong}${few}${dose}\b|\b${dose}${few}${wrong}\b`, 'iu'),
  new RegExp(
    String.raw`\ballerg(?:y|ies|ic)${few}(?:not|never|hidden|gone|missing|disappear\w*|without)\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:not|never|hidden|gone|missing|cannot|can[’']?t)${few}allerg(?:y|ies|ic)\b`,
    'iu',
  ),
  new RegExp(String.raw`\b${patient}${few}(?:fell|falls?|fallen|suffer(?:ed|s|ing)?|mixed up)\b`, 'iu'),
  /\b(?:wrong|another|different|other) (?:patient|pt|baby|person)(?:[’']?s)?\b/iu,
  /\bobs(?:ervations)?\b(?:\P{L}+\p{L}+){0,4}\P{L}+(?:missed|late|not done|lost|vanish\w*|disappear\w*)\b/iu,
];

/** True where a word or a pair of words speaks of harm, or of what leads to it. It is wrong both ways at times: what comes
 * of it is a question with "none of these" among its answers. */
export function readsLikeHarm(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}
