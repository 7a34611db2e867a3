import {
  type GivenLogin,
  type Language,
  type ToldLaunch,
  type ToldLogin,
  type ToldRefusal,
  type ToldRegistration,
} from '@openrounds/contracts';
import { markup, type Markup } from '@openrounds/presentation';
import { WORDS } from './words';

type Words = (typeof WORDS)['en'];
const wordsOf = (language: Language): Words => WORDS[language];

/** What a page of a launch looks like: no inline script or style. */
function page(language: Language, title: string, body: Markup): string {
  const { title: product } = wordsOf(language);
  return markup`<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title} · ${product}</title>
<link rel="stylesheet" href="/lti/page.css"><script src="/lti/page.js" defer></script></head>
<body><main>${body}</main></body></html>`.text;
}

const nothing = markup``;

/** The address at which a launch begins again, in a window of its own. */
function addressOf(login: GivenLogin): string {
  const fields = {
    iss: login.issuer,
    client_id: login.clientId,
    login_hint: login.loginHint,
    lti_message_hint: login.messageHint,
    lti_deployment_id: login.deploymentId,
  };
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  return `/lti/login?${new URLSearchParams(given).toString()}`;
}

/** What the platform is told with whom it gets back (LTI Core 1.3, section 5.3.8: `lti_errormsg`). */
function backTo(returnUrl: string, sentence: string): string {
  const url = new URL(returnUrl);
  url.searchParams.set('lti_errormsg', sentence);
  return url.href;
}

/** A launch that was not accepted: a sentence, what to do, a code and the request. */
export function refusalPage(
  { code, clockSeconds, returnUrl, again }: Omit<ToldRefusal, 'outcome' | 'frameOrigins' | 'locale'>,
  requestId: string,
  language: Language,
): string {
  const words = wordsOf(language);
  const sentence = words.refusals[code].replace('{seconds}', String(Math.abs(clockSeconds ?? 0)));
  const window =
    again === null
      ? nothing
      : markup`<p><a class="button" target="_blank" href="${addressOf(again)}">${words.again}</a></p>`;
  const back =
    returnUrl === null ? nothing : markup`<p><a href="${backTo(returnUrl, sentence)}">${words.back}</a></p>`;
  return page(
    language,
    sentence,
    markup`<h1>${sentence}</h1>${window}${back}${traceOf(code, requestId, words)}`,
  );
}

const traceOf = (code: string, requestId: string, words: Words): Markup =>
  markup`<p class="trace">${words.code} <code>${code}</code> · ${words.request} <code>${requestId}</code></p>`;

/** A sentence, a code and the request. */
export function sentencePage(sentence: string, code: string, requestId: string, language: Language): string {
  const trace = traceOf(code, requestId, wordsOf(language));
  return page(language, sentence, markup`<h1>${sentence}</h1>${trace}`);
}

/** What is wrong with us. */
export const unavailablePage = (code: string, requestId: string, language: Language): string =>
  sentencePage(
    wordsOf(language)[code === 'rate-limited' ? 'tooMany' : 'unavailable'],
    code,
    requestId,
    language,
  );

/** The browser puts its secret into the platform's storage, then goes on. */
export function keepPage(
  { launchId, secret, storage, url }: Extract<ToldLogin, { outcome: 'go' }>,
  language: Language,
): string {
  const { wait, scripts } = wordsOf(language);
  return page(
    language,
    wait,
    markup`<p role="status" data-act="keep" data-key="${launchId}" data-value="${secret}" data-target="${storage?.target ?? ''}" data-origin="${storage?.origin ?? ''}" data-next="${url}">${wait}</p><noscript>${scripts}</noscript>`,
  );
}

/** The browser takes its secret out of the platform's storage and sends it. */
export function provePage(
  { launchId, storage }: Extract<ToldLaunch, { outcome: 'prove' }>,
  language: Language,
): string {
  const { wait, scripts } = wordsOf(language);
  return page(
    language,
    wait,
    markup`<form method="post" action="/lti/proof" data-act="prove" data-key="${launchId}" data-target="${storage.target}" data-origin="${storage.origin}"><p role="status">${wait}</p><input type="hidden" name="launch" value="${launchId}"><input type="hidden" name="secret" value=""></form><noscript>${scripts}</noscript>`,
  );
}

/** What follows the path of a page that a launch ends on. */
export const ticketOf = ({ launchId, ticket }: { launchId: string; ticket: string }): string =>
  `?of=${launchId}#${ticket}`;

/** In a window of its own the browser goes on at once; a frame offers one, where the launch begins again. */
export function windowPage(told: Extract<ToldLaunch, { outcome: 'window' }>, language: Language): string {
  const { lecture, again } = wordsOf(language);
  return page(
    language,
    lecture,
    markup`<h1 data-act="window" data-next="/launch${ticketOf(told)}">${lecture}</h1><p><a class="button" target="_blank" href="${addressOf(told.again)}">${again}</a></p>`,
  );
}

/** An address of ours that was opened without a launch. */
export function linkPage(language: Language): string {
  const { title, text } = wordsOf(language).link;
  return page(language, title, markup`<h1>${title}</h1><p>${text}</p>`);
}

/** What a registration by link needs to be repeated. */
export interface RegistrationFields {
  readonly code: string;
  readonly configurationUrl: string;
  readonly registrationToken: string | null;
}

export function registrationPage(
  told: ToldRegistration,
  fields: RegistrationFields,
  requestId: string,
  language: Language,
): string {
  const words = wordsOf(language);
  const { registration, faults } = words;
  if (told.outcome === 'refused') {
    const known: Readonly<Record<string, string>> = faults;
    const sentence = known[told.fault] ?? faults.unreachable;
    const body = markup`<h1>${registration.faultTitle}</h1><p>${sentence}</p>${traceOf(told.fault, requestId, words)}`;
    return page(language, registration.faultTitle, body);
  }
  const { platform } = told;
  const rows = (['issuer', 'authorizationUrl', 'tokenUrl', 'keySetUrl'] as const).map(
    (name) => markup`<dt>${registration[name]}</dt><dd>${platform[name]}</dd>`,
  );
  const seen = markup`<h2>${platform.name}</h2><dl>${rows}</dl>`;
  if (told.outcome === 'registered') {
    const body = markup`<h1 data-act="close">${registration.doneTitle}</h1><p>${registration.done}</p>${seen}`;
    return page(language, registration.doneTitle, body);
  }
  const other = told.otherHost
    ? markup`<p><label><input type="checkbox" name="other_host" required> ${registration.otherHost}</label></p>`
    : nothing;
  const token =
    fields.registrationToken === null
      ? nothing
      : markup`<input type="hidden" name="registration_token" value="${fields.registrationToken}">`;
  const form = markup`<form method="post" action="/lti/register"><input type="hidden" name="code" value="${fields.code}"><input type="hidden" name="openid_configuration" value="${fields.configurationUrl}">${token}<p><label><input type="checkbox" name="grades" checked> ${registration.grades}</label></p><p><label><input type="checkbox" name="roster"> ${registration.roster}</label></p>${other}<p><button>${registration.confirm}</button></p></form>`;
  return page(
    language,
    registration.title,
    markup`<h1>${registration.title}</h1><p>${registration.text}</p>${seen}${form}`,
  );
}
