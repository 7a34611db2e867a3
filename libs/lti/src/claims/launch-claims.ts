import { z } from 'zod';
import { isKept } from './kept-text';
import { CLAIM } from './names';
import { isSecureUrl, type PlainOrigins } from './secure-url';

/** LTI Core 1.3 allows 255 ASCII characters for each of its ids. */
const Id = z.string().regex(/^[\x20-\x7e]{1,255}$/);
const kept = (longest: number) => z.string().max(longest).refine(isKept);
const Text = kept(2_000).min(1);
const Scopes = z.array(kept(300)).max(50);

/**
 * What is read of a launch, and nothing else: names, e-mail addresses and pictures are dropped here.
 *
 * @param plain origins whose URLs may be http
 */
export function launchClaims(plain: PlainOrigins) {
  const Link = z
    .string()
    .max(2_000)
    .refine((url) => isSecureUrl(url, plain));
  const common = {
    sub: Id,
    locale: z.string().max(40).optional().catch(undefined),
    [CLAIM.version]: z.literal('1.3.0'),
    [CLAIM.deploymentId]: Id,
    [CLAIM.roles]: z.array(z.string().max(300)).max(100),
    [CLAIM.context]: z.object({ id: Id }).optional(),
    [CLAIM.custom]: z.object({ openrounds: z.string().max(100).optional() }).optional(),
    [CLAIM.presentation]: z
      .object({
        locale: z.string().max(40).optional().catch(undefined),
        return_url: Link.optional(),
      })
      .optional(),
    [CLAIM.roster]: z.object({ context_memberships_url: Link }).optional(),
  };
  const ofLink = {
    ...common,
    [CLAIM.targetLinkUri]: Text,
    [CLAIM.resourceLink]: z.object({ id: Id }),
    [CLAIM.grades]: z
      .object({ scope: Scopes, lineitems: Link.optional(), lineitem: Link.optional() })
      .optional(),
  };
  return z.discriminatedUnion(CLAIM.messageType, [
    z.object({ [CLAIM.messageType]: z.literal('LtiResourceLinkRequest'), ...ofLink }),
    z.object({
      [CLAIM.messageType]: z.literal('LtiSubmissionReviewRequest'),
      ...ofLink,
      [CLAIM.forUser]: z.object({ user_id: Id }),
    }),
    z.object({
      [CLAIM.messageType]: z.literal('LtiDeepLinkingRequest'),
      ...common,
      [CLAIM.deepLinking]: z.object({
        deep_link_return_url: Link,
        accept_types: z.array(z.string().max(100)).max(50),
        accept_multiple: z.boolean().optional(),
        accept_lineitem: z.boolean().optional(),
        data: kept(20_000).optional(),
      }),
    }),
  ]);
}
type Claims = z.output<ReturnType<typeof launchClaims>>;

/** A launch as the rest of the house reads it. */
export interface Launch {
  readonly message: 'resource-link' | 'submission-review' | 'deep-linking';
  /** Id of the person at the platform: kept sealed or not at all. */
  readonly subject: string;
  readonly deploymentId: string;
  /** Course at the platform; null: none was said. */
  readonly contextId: string | null;
  /** URIs as the platform sent them. */
  readonly roles: readonly string[];
  /** BCP 47, as the platform sent it; null: none. */
  readonly locale: string | null;
  /** Where *back to the LMS* leads. */
  readonly returnUrl: string | null;
  /** URL of the roster; null: it is not offered. */
  readonly rosterUrl: string | null;
  /** The link that was opened; null with deep linking. */
  readonly link: LaunchedLink | null;
  /** What is asked for when a teacher chooses; null with the other messages. */
  readonly choice: LinkChoice | null;
}

/** A link of the platform that leads to a resource of ours. */
export interface LaunchedLink {
  readonly id: string;
  readonly targetUri: string;
  /** Our own parameter, which outlives a rewritten URL; null: none. */
  readonly resourceId: string | null;
  /** Whose work is reviewed (`sub`); null: this is no review. */
  readonly reviewedSubject: string | null;
  /** Where grades go; null: the platform takes none. */
  readonly grades: GradeService | null;
}

/** The platform's gradebook (AGS 2.0). */
export interface GradeService {
  readonly scopes: readonly string[];
  readonly lineItemsUrl: string | null;
  readonly lineItemUrl: string | null;
}

/** What the answer to a deep-linking request may hold (Deep Linking 2.0, section 4.4.1). */
export interface LinkChoice {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  readonly acceptLineItem: boolean;
  /** Given back as it came; null: none. */
  readonly data: string | null;
}

const MESSAGE = {
  LtiResourceLinkRequest: 'resource-link',
  LtiSubmissionReviewRequest: 'submission-review',
  LtiDeepLinkingRequest: 'deep-linking',
} as const;

/** The claims by our own names. */
export function launchOf(claims: Claims): Launch {
  const presentation = claims[CLAIM.presentation];
  return {
    message: MESSAGE[claims[CLAIM.messageType]],
    subject: claims.sub,
    deploymentId: claims[CLAIM.deploymentId],
    contextId: claims[CLAIM.context]?.id ?? null,
    roles: claims[CLAIM.roles],
    locale: presentation?.locale ?? claims.locale ?? null,
    returnUrl: presentation?.return_url ?? null,
    rosterUrl: claims[CLAIM.roster]?.context_memberships_url ?? null,
    link: linkOf(claims),
    choice: choiceOf(claims),
  };
}

function linkOf(claims: Claims): LaunchedLink | null {
  if (!(CLAIM.resourceLink in claims)) return null;
  const grades = claims[CLAIM.grades];
  return {
    id: claims[CLAIM.resourceLink].id,
    targetUri: claims[CLAIM.targetLinkUri],
    resourceId: claims[CLAIM.custom]?.openrounds ?? null,
    reviewedSubject: CLAIM.forUser in claims ? claims[CLAIM.forUser].user_id : null,
    grades:
      grades === undefined
        ? null
        : {
            scopes: grades.scope,
            lineItemsUrl: grades.lineitems ?? null,
            lineItemUrl: grades.lineitem ?? null,
          },
  };
}

function choiceOf(claims: Claims): LinkChoice | null {
  if (!(CLAIM.deepLinking in claims)) return null;
  const asked = claims[CLAIM.deepLinking];
  return {
    returnUrl: asked.deep_link_return_url,
    acceptTypes: asked.accept_types,
    acceptMultiple: asked.accept_multiple ?? false,
    acceptLineItem: asked.accept_lineitem ?? true,
    data: asked.data ?? null,
  };
}
