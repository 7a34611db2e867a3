import { Injectable } from '@nestjs/common';
import { type IdentityCheck } from '../ports/identity-check';

/** By the masker that has taken identities out before: what it still finds in its own work, or in text that passed it by. */
@Injectable()
export class MaskerIdentityCheck implements IdentityCheck {
  async namesSomebody(texts: readonly string[]): Promise<boolean> {
    // Its lists of names are large: only a service with a language model loads them.
    const { identifiersIn } = await import('@openrounds/clinical-language');
    return texts.some((text) => identifiersIn(text).length > 0);
  }
}
