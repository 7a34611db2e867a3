import { createPublicKey } from 'node:crypto';
import { type SmartKeySet } from '@openrounds/contracts';
import { type SigningKeys } from '@openrounds/platform';
import { type SmartKey } from '@openrounds/smart';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { type SmartKeys } from '../ports/smart-keys';

interface NamedKey extends SmartKey {
  readonly current: boolean;
  readonly published: SmartKeySet['keys'][number];
}

/** The P-384 keys of the key folder; each is called by its RFC 7638 thumbprint. */
export class FolderSmartKeys implements SmartKeys {
  private constructor(private readonly keys: Promise<readonly NamedKey[]>) {}

  static from({ current, keys }: SigningKeys): FolderSmartKeys {
    const named = [...keys].map(async ([id, privateKey]): Promise<NamedKey> => {
      const { x = '', y = '' } = await exportJWK(createPublicKey(privateKey));
      const form = { kty: 'EC', crv: 'P-384' } as const;
      const keyId = await calculateJwkThumbprint({ ...form, x, y });
      const published = { ...form, kid: keyId, alg: 'ES384', use: 'sig', x, y } as const;
      return { keyId, privateKey, published, current: id === current };
    });
    return new FolderSmartKeys(Promise.all(named));
  }

  async current(): Promise<SmartKey> {
    const found = (await this.keys).find(({ current }) => current);
    if (found === undefined) throw new Error('there is no current smart key');
    return found;
  }

  async published(): Promise<SmartKeySet> {
    return { keys: (await this.keys).map(({ published }) => published) };
  }
}
