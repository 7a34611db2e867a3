import { type SmartKeySet } from '@openrounds/contracts';
import { type SigningKeys } from '@openrounds/platform';
import { type SmartKeys } from '../ports/smart-keys';
import { FolderKeys } from './folder-keys';

/** The P-384 keys that training EHRs know us by. */
export class FolderSmartKeys extends FolderKeys<SmartKeySet['keys'][number]> implements SmartKeys {
  static from(keys: SigningKeys): FolderSmartKeys {
    return new FolderSmartKeys('smart', keys, ({ x = '', y = '' }, kid) => {
      return { kty: 'EC', crv: 'P-384', kid, alg: 'ES384', use: 'sig', x, y };
    });
  }
}
