/** What an EHR says when it launches us: which it is, and what it calls the launch. */
export interface LaunchOfEhr {
  readonly issuer: string;
  readonly launch: string;
}

export function readLaunch(href: string): LaunchOfEhr | null {
  const fragment = new URLSearchParams(new URL(href).hash.slice(1));
  const [issuer, launch] = [fragment.get('iss'), fragment.get('launch')];
  return issuer && launch ? { issuer, launch } : null;
}

/** The launch of the address, which it leaves. */
export function takeLaunch(): LaunchOfEhr | null {
  const launch = readLaunch(location.href);
  if (launch !== null) history.replaceState(null, '', location.pathname);
  return launch;
}
