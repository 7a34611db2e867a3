type Row = readonly [string, Readonly<Record<string, unknown>>, string];

/** What may be wrong with the claims of a call, and the reason why it is refused. */
export const wrongClaims = ({
  called,
  issuer,
  at,
}: {
  readonly called: string;
  readonly issuer: string;
  /** Seconds since 1970. */
  readonly at: number;
}): readonly Row[] => [
  ['another issuer', { iss: `${issuer}/` }, 'issuer'],
  ['another address', { aud: `${called}/feedback` }, 'audience'],
  ['two audiences', { aud: [called, 'https://elsewhere.example'] }, 'claims'],
  ['no audience', { aud: undefined }, 'claims'],
  ['no end', { exp: undefined }, 'claims'],
  ['no beginning', { iat: undefined }, 'claims'],
  ['no id', { jti: undefined }, 'claims'],
  ['more than five minutes', { exp: at + 300 }, 'too-long'],
  ['an end that is past', { iat: at - 400, exp: at - 100 }, 'expired'],
  ['a beginning to come', { iat: at + 100, exp: at + 200 }, 'not-yet'],
  ['a time before which it is not good', { nbf: at + 100 }, 'not-yet'],
];

/** The same of its header. */
export const WRONG_HEADERS: readonly Row[] = [
  ['keys at an address that is not registered', { jku: 'https://evil.example/jwks.json' }, 'jku'],
  ['a key that is not published', { kid: 'key-2' }, 'unknown-key'],
  ['no name of a key', { kid: undefined }, 'header'],
];
