import type { EhrClientInput, EhrSmartInput, Language } from '../api/types';
import { trimmed, type Typed, words } from '../connections/lines';

/** What is typed or chosen to register a system, in the order of the form, each by the place where it is sent. */
export const LINES = [
  ...(['name', 'issuer', 'keySetUrl', 'fhirBaseUrl', 'origins', 'language'] as const),
  ...(['smart/clientId', 'smart/authentication', 'smart/secret'] as const),
] as const;
export type Line = (typeof LINES)[number];

/** What may stay empty. */
export const OPTIONAL: readonly Line[] = ['origins', 'smart/clientId', 'smart/secret'];

type Authentication = NonNullable<EhrSmartInput['authentication']>;
export const AUTHENTICATIONS = [
  'private-key',
  'public',
  'secret',
] as const satisfies readonly Authentication[];

/** What is asked for only where something else says so. */
export const isAsked = (line: Line, typed: Typed<Line>): boolean => {
  if (line === 'smart/authentication') return typed['smart/clientId'].trim() !== '';
  return (
    line !== 'smart/secret' ||
    (isAsked('smart/authentication', typed) && typed['smart/authentication'] === 'secret')
  );
};

/** The form as the operation takes it; what was typed is checked there. Without a client id nobody is brought from it. */
export function inputOf(typed: Typed<Line>): EhrClientInput {
  const form = trimmed(typed);
  const { name, issuer, keySetUrl, fhirBaseUrl, origins, language, ...smart } = form;
  const secret = isAsked('smart/secret', form) ? smart['smart/secret'] : '';
  return {
    ...{ name, issuer, keySetUrl, fhirBaseUrl, language: language as Language },
    ...{ origins: words(origins), environment: 'training' },
    ...(smart['smart/clientId'] !== '' && {
      smart: {
        clientId: smart['smart/clientId'],
        authentication: smart['smart/authentication'] as Authentication,
        ...(secret !== '' && { secret }),
      },
    }),
  };
}
