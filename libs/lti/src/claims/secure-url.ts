/** Origins that are also taken over http: on this machine, in tests and with mocks. */
export type PlainOrigins = readonly string[];

/** Whether a URL may be followed or asked: https, no user name. */
export function isSecureUrl(text: string, plain: PlainOrigins): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, origin } = new URL(text);
  return username === '' && password === '' && (protocol === 'https:' || plain.includes(origin));
}
