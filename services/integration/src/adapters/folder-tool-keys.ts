import { createPublicKey } from 'node:crypto';
import { type LtiKeySet } from '@openrounds/contracts';
import { type ToolKey } from '@openrounds/lti';
import { type SigningKeys } from '@openrounds/platform';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { type ToolKeys } from '../ports/tool-keys';

interface NamedKey extends ToolKey {
  readonly current: boolean;
  readonly published: LtiKeySet['keys'][number];
}

/** The keys of the key folder; each is called by its RFC 7638 thumbprint. */
export class FolderToolKeys implements ToolKeys {
  private constructor(private readonly keys: Promise<readonly NamedKey[]>) {}

  static from({ current, keys }: SigningKeys): FolderToolKeys {
    const named = [...keys].map(async ([id, privateKey]): Promise<NamedKey> => {
      const { n = '', e = '' } = await exportJWK(createPublicKey(privateKey));
      const keyId = await calculateJwkThumbprint({ kty: 'RSA', n, e });
      const published = { kty: 'RSA', kid: keyId, alg: 'RS256', use: 'sig', n, e } as const;
      return { keyId, privateKey, published, current: id === current };
    });
    return new FolderToolKeys(Promise.all(named));
  }

  async current(): Promise<ToolKey> {
    const found = (await this.keys).find(({ current }) => current);
    if (found === undefined) throw new Error('there is no current lti key');
    return found;
  }

  async published(): Promise<LtiKeySet> {
    return { keys: (await this.keys).map(({ published }) => published) };
  }
}
