/** The service key: what it wraps, signs and derives, by node's own cryptography. */

import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys, Recipient, WaveKey, WrappedKey } from '../../app/ports/keys';
import type { Sitting } from '../../domain/assist/sitting';
import type { CardCopy } from '../../domain/campaign/campaign';
import { asId, type IssueId, type PersonId, type ProgrammeId, type WaveId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { SealedRecipient } from '../../domain/issue/concern';
import type { ConcernKey } from '../../domain/issue/issue';
import { open, seal } from './seal';

const keyBytes = 32;
/** Longer than any organisation's code and person's id together: every sealed recipient has this length. */
const recipientBytes = 128;
/** As long as the ids of two messages are in Teams, and longer. */
const copiesBytes = 256;

/** AES-256-GCM wraps a wave's key under a sub-key, with the wave's id as associated data, so that a wrapped key put
 * under another wave does not open. Each purpose has its own sub-key (HKDF-SHA-256, RFC 5869). */
export class ServiceKeys implements Keys {
  private readonly wrappingKey: Buffer;
  private readonly chainKey: Buffer;
  private readonly chartKey: Buffer;
  private readonly codeKey: Buffer;
  private readonly concernKey: Buffer;
  private readonly sealingKey: Buffer;
  /** The first eight hex digits of the key's SHA-256: tells keys apart, gives nothing away. */
  readonly keyId: string;

  /** @throws RangeError when the key is not 32 bytes long. */
  constructor(serviceKey: Uint8Array) {
    if (serviceKey.length !== keyBytes) {
      throw new RangeError(`the service key must be ${keyBytes} bytes, not ${serviceKey.length}`);
    }
    this.keyId = createHash('sha256').update(serviceKey).digest('hex').slice(0, 8);
    this.wrappingKey = subKey(serviceKey, 'wrap');
    this.chainKey = subKey(serviceKey, 'chain');
    this.chartKey = subKey(serviceKey, 'chart');
    this.codeKey = subKey(serviceKey, 'code');
    this.concernKey = subKey(serviceKey, 'concern');
    this.sealingKey = subKey(serviceKey, 'seal');
  }

  /** 128 bits in hex. Directory ids are compared without regard to case, as the directory does. */
  personIdOf(tenantId: string, aadObjectId: string): PersonId {
    const identity = lengthPrefixed(tenantId.toLowerCase(), aadObjectId.toLowerCase());
    return asId<PersonId>(createHash('sha256').update(identity).digest('hex').slice(0, 32));
  }

  newWaveKey(waveId: WaveId): WrappedKey {
    return { keyId: this.keyId, wrapped: seal(this.wrappingKey, randomBytes(keyBytes), waveId) };
  }

  /** @throws Error naming both key ids when the service key is another one; Error when what was stored is damaged or
   * belongs to another wave. */
  unwrapWaveKey(waveId: WaveId, { keyId, wrapped }: WrappedKey): WaveKey {
    if (keyId !== this.keyId) {
      throw new Error(
        `this wave's key was wrapped by service key ${keyId}; the service key in use is ${this.keyId}`,
      );
    }
    try {
      return new UnwrappedWaveKey(open(this.wrappingKey, wrapped, waveId));
    } catch {
      throw new Error("this wave's key is damaged or belongs to another wave");
    }
  }

  chainMac(content: string): { readonly mac: string; readonly keyId: string } {
    return { mac: createHmac('sha256', this.chainKey).update(content).digest('hex'), keyId: this.keyId };
  }

  chartMac(content: string): string {
    return createHmac('sha256', this.chartKey).update(content).digest('base64url');
  }

  /** Compares the texts, not the bytes they stand for: several texts of base64 stand for the same bytes. */
  isChartMac(content: string, mac: string): boolean {
    const [expected, given] = [Buffer.from(this.chartMac(content)), Buffer.from(mac)];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  codeKeyOf(programmeId: ProgrammeId, code: string): string {
    return createHmac('sha256', this.codeKey).update(lengthPrefixed(programmeId, code)).digest('base64url');
  }

  issueIdOf(personId: PersonId, draftId: string): IssueId {
    return asId(`issue-${this.concernMac('issue', personId, draftId).slice(0, 22)}`);
  }

  concernKeyOf(issueId: IssueId, personId: PersonId): ConcernKey {
    return this.concernMac('concern', issueId, personId) as ConcernKey;
  }

  sealRecipient(issueId: IssueId, { personId, organisationId }: Recipient): SealedRecipient {
    const content = Buffer.alloc(recipientBytes);
    const written = content.write(`${personId} ${organisationId}`);
    if (written !== Buffer.byteLength(`${personId} ${organisationId}`)) {
      throw new RangeError("an organisation's code is too long to be sealed");
    }
    return { keyId: this.keyId, sealed: seal(this.sealingKey, content, issueId) };
  }

  /** @throws Error naming both key ids when the service key is another one; Error when what was stored is damaged or
   * belongs to another issue. */
  openRecipient(issueId: IssueId, { keyId, sealed }: SealedRecipient): Recipient {
    if (keyId !== this.keyId) {
      throw new Error(
        `this recipient was sealed by service key ${keyId}; the service key in use is ${this.keyId}`,
      );
    }
    const content = open(this.sealingKey, sealed, issueId).toString().replace(/\0+$/, '');
    const [personId = '', organisationId = ''] = content.split(' ', 2);
    return { personId: asId(personId), organisationId: asId(organisationId) };
  }

  private concernMac(...parts: readonly string[]): string {
    return createHmac('sha256', this.concernKey)
      .update(lengthPrefixed(...parts))
      .digest('base64url');
  }
}

/** An answer's key is the HMAC of the person alone; the others are kept apart from it, and from each other, by a
 * length-prefixed purpose, which no person's id can look like. Sittings and copies are sealed under a sub-key each. */
class UnwrappedWaveKey implements WaveKey {
  constructor(private readonly key: Buffer) {}

  answerKeyOf(personId: PersonId): string {
    return this.macOf(Buffer.from(personId));
  }

  commentKeyOf(personId: PersonId, text: string): string {
    return this.macOf(lengthPrefixed('comment', personId, text));
  }

  unlinkedKeyOf(commentKey: string): string {
    return this.macOf(lengthPrefixed('unlinked', commentKey));
  }

  usedCodeKeyOf(codeKey: string): string {
    return this.macOf(lengthPrefixed('used code', codeKey));
  }

  sealSitting(champion: PersonId, { personId, codeKey, atomId, endsAt }: Sitting): string {
    const content = JSON.stringify([personId, codeKey, atomId, endsAt]);
    return seal(subKey(this.key, 'sitting'), Buffer.from(content), champion);
  }

  openSitting(champion: PersonId, sealed: string): Sitting | undefined {
    try {
      const content = open(subKey(this.key, 'sitting'), sealed, champion).toString();
      const [personId = '', codeKey = '', atomId = '', endsAt = ''] = JSON.parse(
        content,
      ) as readonly string[];
      return { personId: asId(personId), codeKey, atomId: asId(atomId), endsAt: endsAt as Instant };
    } catch {
      return undefined;
    }
  }

  sealCopies(personId: PersonId, copies: readonly CardCopy[]): string {
    const written = JSON.stringify(copies.map(({ activityId, wording }) => [activityId, wording]));
    if (Buffer.byteLength(written) > copiesBytes) return this.sealCopies(personId, copies.slice(1));
    const content = Buffer.alloc(copiesBytes);
    content.write(written);
    return seal(subKey(this.key, 'copies'), content, personId);
  }

  openCopies(personId: PersonId, sealed: string): readonly CardCopy[] {
    try {
      const content = open(subKey(this.key, 'copies'), sealed, personId).toString().replace(/\0+$/, '');
      const written = JSON.parse(content) as readonly (readonly [string, number])[];
      return written.map(([activityId, wording]) => ({ activityId, wording }));
    } catch {
      return [];
    }
  }

  private macOf(content: Buffer): string {
    return createHmac('sha256', this.key).update(content).digest('base64url');
  }
}

function subKey(serviceKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', serviceKey, '', `soundings ${purpose}`, keyBytes));
}

function lengthPrefixed(...parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}
