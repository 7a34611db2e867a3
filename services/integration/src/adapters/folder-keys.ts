import { createPublicKey } from 'node:crypto';
import { type SigningKeys } from '@openrounds/platform';
import { calculateJwkThumbprint, exportJWK, type JWK, type KeyLike } from 'jose';

interface NamedKey<Published> {
  readonly keyId: string;
  readonly privateKey: KeyLike;
  readonly current: boolean;
  readonly published: Published;
}

/** The keys of one purpose in the key folder; each is called by its RFC 7638 thumbprint. */
export class FolderKeys<Published> {
  private readonly named: Promise<readonly NamedKey<Published>[]>;

  /** @param publish what the world is told of a public key */
  constructor(
    private readonly purpose: string,
    { current, keys }: SigningKeys,
    publish: (key: JWK, keyId: string) => Published,
  ) {
    this.named = Promise.all(
      [...keys].map(async ([id, privateKey]) => {
        const key = await exportJWK(createPublicKey(privateKey));
        const keyId = await calculateJwkThumbprint(key);
        return { keyId, privateKey, published: publish(key, keyId), current: id === current };
      }),
    );
  }

  async current(): Promise<NamedKey<Published>> {
    const found = (await this.named).find(({ current }) => current);
    if (found === undefined) throw new Error(`there is no current ${this.purpose} key`);
    return found;
  }

  async published(): Promise<{ keys: Published[] }> {
    return { keys: (await this.named).map(({ published }) => published) };
  }
}
