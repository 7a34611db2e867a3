import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Sealed } from '@openrounds/contracts';
import { type z } from 'zod';
import { type KeyRing } from './key-ring';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

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

/**
 * Seals what holds narrative: AES-256-GCM under a fresh data key, itself wrapped by the key-encryption key.
 * The tenant is authenticated with it, so that a seal cannot be moved to another tenant's row.
 */
export class Sealer {
  constructor(private readonly keys: KeyRing['keyEncryption']) {}

  seal(value: unknown, tenantId: string): Sealed {
    const dataKey = randomBytes(KEY_BYTES);
    const body = encrypt(dataKey, Buffer.from(JSON.stringify(value)), tenantId);
    const wrapped = encrypt(this.key(this.keys.current), dataKey, tenantId);
    return {
      v: 1,
      keyId: this.keys.current,
      wrappedKey: Buffer.concat([wrapped.iv, wrapped.tag, wrapped.data]).toString('base64'),
      iv: body.iv.toString('base64'),
      tag: body.tag.toString('base64'),
      data: body.data.toString('base64'),
    };
  }

  /**
   * Opens a seal and checks what was in it.
   *
   * @throws Error if the key is unknown, the seal was altered or belongs to another tenant
   */
  open<T extends z.ZodType>(sealed: Sealed, tenantId: string, schema: T): z.output<T> {
    const wrapped = Buffer.from(sealed.wrappedKey, 'base64');
    const dataKey = decrypt(
      this.key(sealed.keyId),
      wrapped.subarray(0, IV_BYTES),
      wrapped.subarray(IV_BYTES + TAG_BYTES),
      wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
      tenantId,
    );
    const plain = decrypt(
      dataKey,
      Buffer.from(sealed.iv, 'base64'),
      Buffer.from(sealed.data, 'base64'),
      Buffer.from(sealed.tag, 'base64'),
      tenantId,
    );
    return schema.parse(JSON.parse(plain.toString('utf8')));
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
    if (key === undefined) throw new Error(`key ${id} is not in the key folder`);
    return key;
  }
}
