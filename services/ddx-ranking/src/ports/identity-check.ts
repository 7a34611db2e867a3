/** The last look at texts before they leave the house. */
export interface IdentityCheck {
  /** Whether anything in a text still tells who somebody is. */
  namesSomebody(texts: readonly string[]): Promise<boolean>;
}
export const IDENTITY_CHECK = Symbol('IdentityCheck');
