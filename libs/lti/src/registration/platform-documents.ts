import { z } from 'zod';
import { isSecureUrl, type PlainOrigins } from '../claims/secure-url';

/**
 * A platform's own description (OpenID Connect Discovery; LTI Dynamic Registration 1.0, section 3.3).
 *
 * @param plain origins whose URLs may be http
 */
export function platformConfiguration(plain: PlainOrigins) {
  const Endpoint = z
    .string()
    .max(2_000)
    .refine((url) => isSecureUrl(url, plain));
  return z.object({
    issuer: z.string().min(1).max(2_000),
    authorization_endpoint: Endpoint,
    token_endpoint: Endpoint,
    jwks_uri: Endpoint,
    registration_endpoint: Endpoint,
    authorization_server: z.string().max(2_000).optional(),
    'https://purl.imsglobal.org/spec/lti-platform-configuration': z
      .object({ product_family_code: z.string().max(100), version: z.string().max(100).optional() })
      .optional(),
  });
}
export type PlatformConfiguration = z.output<ReturnType<typeof platformConfiguration>>;

/** What a platform answers to a registration: some name the deployment at once. */
export const RegistrationAnswer = z.object({
  client_id: z.string().min(1).max(255),
  'https://purl.imsglobal.org/spec/lti-tool-configuration': z
    .object({ deployment_id: z.string().min(1).max(255).optional() })
    .optional(),
});
