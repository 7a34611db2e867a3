/** Why a bundle could not be had. */
export type BundleErrorCode =
  | 'bundle-unknown'
  | 'bundle-corrupt'
  | 'bundle-schema-unknown'
  | 'no-active-bundle';

/** Thrown by everything that reads or activates bundles. */
export class BundleError extends Error {
  constructor(
    readonly code: BundleErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'BundleError';
  }
}
