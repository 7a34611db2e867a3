import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type SigningKeys } from '../ports/signing-keys';
import { type RefusalReason } from '../ports/queue-observer';

/** What a message is and where it stands: part of what is signed, so that it is worth nothing anywhere else. */
export interface MessagePlace {
  readonly kind: 'job' | 'request' | 'reply' | 'result';
  readonly queue: string;
  readonly job: string;
  /** The job's id; of requests and replies that is the correlation id. */
  readonly id: string;
}

/** A message as the backend holds it. `body` is JSON, signed as it stands: a datastore may reorder an object's keys. */
const Signed = z.object({ v: z.literal(2), keyId: z.string(), mac: z.string(), body: z.string() });
export type Signed = z.infer<typeof Signed>;

/** A message that nobody of this house wrote, or that was changed, moved or written by an older version. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
  constructor(readonly reason: RefusalReason) {
    super(`the message was refused: ${reason}`);
  }
}

/** Signs what is put into the queues and checks what is taken out: HMAC-SHA256 under a secret of the services. */
export class MessageSigner {
  constructor(private readonly keys: SigningKeys) {
    if (!keys.keys.has(keys.current)) throw new Error(`the queue key ${keys.current} is not there`);
  }

  /** @param body JSON text */
  sign(place: MessagePlace, body: string): Signed {
    const keyId = this.keys.current;
    return { v: 2, keyId, mac: this.mac(keyId, place, body)?.toString('base64url') ?? '', body };
  }

  /**
   * Checks the signature and only then parses what was signed.
   *
   * @throws {@link MessageRefused}
   */
  open<S extends z.ZodType>(place: MessagePlace, data: unknown, schema: S): z.output<S> {
    const signed = Signed.safeParse(data);
    if (!signed.success) throw new MessageRefused('unsigned');
    const { keyId, mac, body } = signed.data;
    const expected = this.mac(keyId, place, body);
    if (expected === undefined) throw new MessageRefused('unknown-key');
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new MessageRefused('wrong-signature');
    }
    const content = schema.safeParse(JSON.parse(body));
    if (!content.success) throw new MessageRefused('malformed');
    return content.data;
  }

  /** The place is one line of JSON, which holds no line break of its own: where it ends can be read in one way only. */
  private mac(keyId: string, { kind, queue, job, id }: MessagePlace, body: string): Buffer | undefined {
    const key = this.keys.keys.get(keyId);
    if (key === undefined) return undefined;
    const place = JSON.stringify(['openrounds-message', 2, keyId, kind, queue, job, id]);
    return createHmac('sha256', key).update(`${place}\n`).update(body).digest();
  }
}
