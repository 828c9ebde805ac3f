/** Branded identifiers: a person's id can never be passed where a wave's is wanted. */

export type Id<Brand extends string> = string & { readonly __brand: Brand };

export type ProgrammeId = Id<'programme'>;
export type OrganisationId = Id<'organisation'>;
/** Derived from the tenant and the directory id, so it is the same in every programme. */
export type PersonId = Id<'person'>;
export type PulseId = Id<'pulse'>;
export type WaveId = Id<'wave'>;
export type QuestionId = Id<'question'>;
export type AtomId = Id<'atom'>;
/** An atom, a margin or the whole audience, as it is named in a release. */
export type GroupId = Id<'group'>;
export type CampaignId = Id<'campaign'>;
export type DeliveryId = Id<'delivery'>;
export type EscalationId = Id<'escalation'>;
export type DecisionId = Id<'decision'>;
export type GateId = Id<'gate'>;
export type IssueId = Id<'issue'>;
export type ReviewId = Id<'review'>;

/** Gives a plain string its brand; used where a document or a message is parsed. */
export function asId<T extends Id<string>>(value: string): T {
  return value as T;
}

/** A delivery's id follows from its campaign and person, so a repeated snapshot creates nothing new. */
export function deliveryIdOf(campaignId: CampaignId, personId: PersonId): DeliveryId {
  return asId(`${campaignId}:${personId}`);
}
