/** What an escalation is about beside groups, in words: an issue, old issues, a gate or a design review. */

import type { EscalationFact } from '../domain/escalation/escalation';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines } from './subject';

/** More than these make the card too large to read. */
const mostNamed = 6;

/** In the shape in which groups are shown. */
export function factParts(fact: EscalationFact, text: Catalogue) {
  const { title, lines } = factInWords(fact, text);
  return { group: plainText(title), figures: asLines(lines.map(plainText)) };
}

/** As it is, for where nothing in it could be taken for Markdown. */
export function factInWords(
  fact: EscalationFact,
  text: Catalogue,
): { readonly title: string; readonly lines: readonly string[] } {
  const { decisions, bank } = text;
  switch (fact.kind) {
    case 'issue':
      return {
        title: fact.title,
        lines: [
          decisions.effects[fact.effect],
          decisions.support[fact.support],
          decisions.about(bank.themes[fact.category]),
          decisions.raisedAt(fact.siteGroupName, fact.raisedOn),
          ...(fact.isHazard ? [decisions.isHazard] : []),
        ],
      };
    case 'backlog':
      return {
        title: decisions.backlog(fact),
        lines: fact.byCategory
          .slice(0, mostNamed)
          .map(({ category, issues }) => decisions.ofCategory(bank.themes[category], issues)),
      };
    case 'gate':
      return {
        title: decisions.gate(fact.gateName),
        lines: [
          decisions.gateDecidesOn(fact.decidesOn),
          ...fact.unmet.slice(0, mostNamed).map((what) => decisions.gateUnmet(what)),
        ],
      };
    case 'review':
      return {
        title: decisions.review(fact.title),
        lines: [
          decisions.reviewOutcome(fact.outcome),
          ...(fact.groups.length > 0 ? [decisions.reviewGroups(fact.groups.slice(0, mostNamed))] : []),
        ],
      };
  }
}
