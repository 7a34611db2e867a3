/** A link by which a platform registers itself. */
export interface RegistrationLink {
  readonly id: string;
  readonly tenantId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Links for administrators of platforms, by the SHA-256 of their codes. */
export interface RegistrationLinks {
  /** Adding the same twice is adding it once. */
  add(link: RegistrationLink, codeHash: string): Promise<RegistrationLink>;
  /** One that can still be used, or that the same request has used: its job may be done a second time. */
  find(codeHash: string, at: Date, requestId: string): Promise<RegistrationLink | undefined>;
  /** Of many who try at once one uses it, as often as its request is worked on. */
  use(codeHash: string, at: Date, requestId: string): Promise<boolean>;
  /** What was registered nowhere was not used. */
  giveBack(codeHash: string): Promise<void>;
  list(tenantId: string, limit: number, before: string | undefined): Promise<RegistrationLink[]>;
  /** @returns how many were forgotten */
  purge(before: Date): Promise<number>;
}
export const REGISTRATION_LINKS = Symbol('RegistrationLinks');
