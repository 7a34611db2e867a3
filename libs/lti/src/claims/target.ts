import { LaunchRefused } from '../refusal/launch-refused';
import { type LaunchedLink } from './launch-claims';

const RESOURCE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a link to a resource of ours leads. @param publicUrl without a slash at its end */
export const targetUrl = (publicUrl: string, resourceId: string): string =>
  `${publicUrl}/lti/r/${resourceId}`;

/**
 * The resource that a link means: by the signed target below `/lti/r/`, or, where the platform rewrote that, by our own
 * parameter.
 *
 * @throws LaunchRefused `lti-claims` if neither names one, or both do and differ
 */
export function resourceOf({ targetUri, resourceId }: LaunchedLink, publicUrl: string): string {
  const named = new Set([resourceIn(targetUri, publicUrl), resourceId].filter((id) => id !== null));
  const [id] = named;
  if (named.size !== 1 || id === undefined || !RESOURCE_ID.test(id))
    throw new LaunchRefused('lti-claims', 'target');
  return id;
}

function resourceIn(uri: string, publicUrl: string): string | null {
  if (!URL.canParse(uri)) return null;
  const { origin, pathname, username } = new URL(uri);
  const below = `${publicUrl}/lti/r/`;
  const address = origin + pathname;
  return username === '' && address.startsWith(below) ? address.slice(below.length) : null;
}
