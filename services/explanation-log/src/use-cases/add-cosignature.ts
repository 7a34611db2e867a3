import { Inject, Injectable } from '@nestjs/common';
import { type AddCosignaturePayload, type Cosignature, DomainError } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import {
  checkpointText,
  cosignedBy,
  LogFormatError,
  type NoteSignature,
  type NoteSigner,
  parseSignatureLine,
} from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore } from '../ports/log-store';
import { LOG_WITNESSES, type LogWitnesses, witnessId } from '../ports/log-witnesses';
import { NOTE_SIGNER } from '../ports/note-signer';

/** How far the clock of a witness may be ahead. */
const AHEAD_MS = 300_000;

/** Takes what a witness signed of a head: its signature opens the door, not who sends it. */
@Injectable()
export class AddCosignature {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'rootSigned' | 'keepCosignature'>,
    @Inject(NOTE_SIGNER) private readonly signer: Pick<NoteSigner, 'name'>,
    @Inject(LOG_WITNESSES) private readonly witnesses: LogWitnesses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden` of a witness that is not configured, `not-found` for a head that was never signed,
   *   `invalid-request` for a signature that does not fit it
   */
  async execute({ size, cosignature }: AddCosignaturePayload): Promise<Cosignature> {
    const line = asLogFormat(() => parseSignatureLine(cosignature));
    if (line === undefined) throw wrong('this is no line of a signed note');
    const { name, keyId } = line;
    const known = this.witnesses.find((each) => each.name === name && each.keyId === keyId);
    if (known === undefined) throw new DomainError('forbidden', 'This log has no such witness');
    const rootHash = await this.log.rootSigned(size);
    if (rootHash === undefined) throw new DomainError('not-found', 'The log signed no head of this size');
    const text = checkpointText({ origin: this.signer.name, size, rootHash });
    const at = this.timeOf(text, line);
    await this.log.keepCosignature({
      size,
      witness: witnessId(known),
      signedAt: at,
      line: `${cosignature}\n`,
    });
    return { size, witness: name, signedAt: at.toISOString() };
  }

  private timeOf(text: string, line: NoteSignature): Date {
    const signed = asLogFormat(() => cosignedBy(text, line, this.witnesses));
    if (signed === undefined) throw wrong('the signature does not fit the head of this size');
    if (signed.at.getTime() > this.clock.now().getTime() + AHEAD_MS)
      throw wrong('it was signed in the future');
    return signed.at;
  }
}

/** Undefined where what comes from outside is malformed, or does not fit. */
function asLogFormat<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LogFormatError) return undefined;
    throw error;
  }
}

const wrong = (message: string): DomainError =>
  new DomainError('invalid-request', undefined, [{ pointer: '/cosignature', code: 'custom', message }]);
