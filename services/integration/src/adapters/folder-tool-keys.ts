import { type LtiKeySet } from '@openrounds/contracts';
import { type SigningKeys } from '@openrounds/platform';
import { type ToolKeys } from '../ports/tool-keys';
import { FolderKeys } from './folder-keys';

/** The RSA keys that learning platforms know us by. */
export class FolderToolKeys extends FolderKeys<LtiKeySet['keys'][number]> implements ToolKeys {
  static from(keys: SigningKeys): FolderToolKeys {
    return new FolderToolKeys('lti', keys, ({ n = '', e = '' }, kid) => {
      return { kty: 'RSA', kid, alg: 'RS256', use: 'sig', n, e };
    });
  }
}
