import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Sealed, type SealPlace } from '@openrounds/contracts';
import { type z } from 'zod';
import { KEY_BYTES, type KeyRing } from '../keys/key-ring';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const encrypt = (key: Buffer, plain: Buffer, aad: string): { iv: Buffer; data: Buffer; tag: Buffer } => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(aad));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, data, tag: cipher.getAuthTag() };
};

const decrypt = (key: Buffer, iv: Buffer, data: Buffer, tag: Buffer, aad: string): Buffer => {
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(aad))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
};

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What is authenticated with a wrapped data key: in the first version the tenant alone, now the place too. */
const wrapContext = (version: Sealed['v'], { tenantId, path }: SealPlace): string =>
  version === 1 ? tenantId : JSON.stringify(['openrounds-seal', version, tenantId, path]);

/** A seal that cannot be opened: its key is not here, or it was altered or belongs elsewhere. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals what holds narrative: AES-256-GCM under a fresh data key, itself wrapped by the key-encryption key. The place
 * is authenticated with the wrapped key, and no other seal has that key: a seal opens in its own place alone.
 */
export class Sealer {
  /** @param onBroken told of each seal that could not be opened */
  constructor(
    private readonly keys: KeyRing,
    private readonly onBroken: (place: SealPlace, error: SealBroken) => void = () => undefined,
  ) {}

  seal(value: unknown, place: SealPlace): Sealed {
    const dataKey = randomBytes(KEY_BYTES);
    const body = encrypt(dataKey, Buffer.from(JSON.stringify(value)), place.tenantId);
    return {
      ...this.wrap(dataKey, place),
      iv: body.iv.toString('base64'),
      tag: body.tag.toString('base64'),
      data: body.data.toString('base64'),
    };
  }

  /**
   * Opens a seal and checks what was in it. A seal of the first version opens anywhere with its tenant.
   *
   * @throws {@link SealBroken}
   */
  open<T extends z.ZodType>(sealed: Sealed, place: SealPlace, schema: T): z.output<T> {
    try {
      return this.read(sealed, place, schema);
    } catch (error) {
      if (error instanceof SealBroken) this.onBroken(place, error);
      throw error;
    }
  }

  /** As {@link open}, where one broken seal must not keep others from being read: `undefined` in its stead. */
  openIfWhole<T extends z.ZodType>(sealed: Sealed, place: SealPlace, schema: T): z.output<T> | undefined {
    try {
      return this.open(sealed, place, schema);
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  private read<T extends z.ZodType>(sealed: Sealed, place: SealPlace, schema: T): z.output<T> {
    const dataKey = this.unwrap(sealed, place);
    const plain = unbroken('it was altered or belongs elsewhere', () =>
      decrypt(
        dataKey,
        Buffer.from(sealed.iv, 'base64'),
        Buffer.from(sealed.data, 'base64'),
        Buffer.from(sealed.tag, 'base64'),
        place.tenantId,
      ),
    );
    return unbroken('what was in it is not of its form', () =>
      schema.parse(JSON.parse(plain.toString('utf8'))),
    );
  }

  /** Whether a seal is as this process would make it: else {@link rewrap} renews it. */
  isCurrent({ v, keyId }: Pick<Sealed, 'v' | 'keyId'>): boolean {
    return v === 2 && keyId === this.keys.current;
  }

  /** The id of the key that new seals are made with. */
  get currentKeyId(): string {
    return this.keys.current;
  }

  /**
   * Wraps a seal's data key anew, under the current key and bound to its place; the content stays as it is.
   *
   * @throws {@link SealBroken}
   */
  rewrap(sealed: Sealed, place: SealPlace): Sealed {
    const { iv, tag, data } = sealed;
    return { ...this.wrap(this.unwrap(sealed, place), place), iv, tag, data };
  }

  private wrap(dataKey: Buffer, place: SealPlace): Pick<Sealed, 'v' | 'keyId' | 'wrappedKey'> {
    const keyId = this.keys.current;
    const { iv, tag, data } = encrypt(this.key(keyId), dataKey, wrapContext(2, place));
    return { v: 2, keyId, wrappedKey: Buffer.concat([iv, tag, data]).toString('base64') };
  }

  private unwrap({ v, keyId, wrappedKey }: Sealed, place: SealPlace): Buffer {
    const key = this.key(keyId);
    const wrapped = Buffer.from(wrappedKey, 'base64');
    return unbroken('it was altered or belongs elsewhere', () =>
      decrypt(
        key,
        wrapped.subarray(0, IV_BYTES),
        wrapped.subarray(IV_BYTES + TAG_BYTES),
        wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
        wrapContext(v, place),
      ),
    );
  }

  /**
   * Secrets that follow from the key-encryption keys and from what is given, 32 bytes each (HMAC-SHA-256), so that they
   * need not be kept: the first from the current key, the others from retired ones, for what was made before a rotation.
   *
   * @param purpose - one purpose's secrets say nothing about another's
   */
  derive(purpose: string, given: readonly string[]): readonly [Buffer, ...Buffer[]] {
    const { current, keys } = this.keys;
    const retired = [...keys.keys()].filter((id) => id !== current);
    const from = (id: string): Buffer => hmac(hmac(this.key(id), purpose), JSON.stringify(given));
    return [from(current), ...retired.map(from)];
  }

  private key(id: string): Buffer {
    const key = this.keys.keys.get(id);
    if (key === undefined) throw new SealBroken(`key ${id} is not in the key folder`);
    return key;
  }
}

function unbroken<T>(otherwise: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new SealBroken(otherwise, { cause });
  }
}
