import { ANSWER_FORMATS, type AskedOutcome, type EndpointCheck, type LlmFaultCode } from '@openrounds/llm';

const FAULTS: Partial<Record<LlmFaultCode, string>> = {
  refused: 'refused',
  timeout: 'no answer in time',
  unreachable: 'not reached',
  unavailable: 'failed',
  'rate-limited': 'too busy',
};

/** What works with an endpoint, in words, and what to do about what does not. */
export function checkLines(check: EndpointCheck): string[] {
  const { endpoint, model, reached, keyAccepted, modelThere, formats, streaming, auto } = check;
  const table = [
    ['endpoint', endpoint],
    ['reached', reached ? 'yes' : 'no'],
    ['key accepted', yesNo(keyAccepted)],
    [`model ${model}`, modelThere === null ? 'not known' : modelThere ? 'there' : 'not there'],
    ...ANSWER_FORMATS.map((format) => [format, inWords(formats[format])]),
    ['in pieces', inWords(streaming)],
    ['auto chooses', auto ?? 'nothing: no format gives an answer that can be read'],
  ] as const;
  const width = Math.max(...table.map(([name]) => name.length));
  const rows = table.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  return [...rows, '', verdict(check)];
}

const yesNo = (value: boolean | null): string => (value === null ? 'not known' : value ? 'yes' : 'no');

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

function inWords(asked: AskedOutcome): string {
  switch (asked.outcome) {
    case 'works': {
      const { firstTextMs, wholeMs } = asked;
      return `works (first text after ${seconds(firstTextMs)}, whole after ${seconds(wholeMs)})`;
    }
    case 'echoes':
      return 'says the schema back instead of an answer';
    case 'unreadable':
      return 'gives an answer that cannot be read';
    case 'not-asked':
      return 'not asked';
    case 'fault': {
      const { code, status } = asked;
      return `${FAULTS[code] ?? code}${status === undefined ? '' : ` (HTTP ${String(status)})`}`;
    }
  }
}

function verdict({ usable, reached, keyAccepted, modelThere, auto, streaming }: EndpointCheck): string {
  if (usable) return 'It can be used as it is configured.';
  if (!reached)
    return 'It cannot be used: nothing answers there. Is LLM_BASE_URL right, up to the version (…/v1)?';
  if (keyAccepted === false) return 'It cannot be used: the key is not accepted. Look at LLM_API_KEY.';
  if (modelThere === false) return 'It cannot be used: it has no such model. Look at LLM_MODEL.';
  if (auto === null && streaming.outcome === 'works') {
    return 'It answers in pieces only: set LLM_STREAMING=true.';
  }
  if (auto === null) return 'It cannot be used: no format gives an answer that can be read in time.';
  return 'It cannot be used as it is configured: let LLM_STRUCTURED_OUTPUT be auto, or look at LLM_STREAMING.';
}
