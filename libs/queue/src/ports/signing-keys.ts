/** The secrets with which the services sign their messages: one is current, all of them are accepted. */
export interface SigningKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}
