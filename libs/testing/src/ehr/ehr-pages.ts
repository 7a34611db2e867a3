import { escaped, page } from '../html';
import { type Answer, redirection } from './answer';
import { type CdsAnswer, type CdsClient, type ToldService } from './cds-client';
import { type SmartAuthorization } from './smart-authorization';
import { type TrainingRecord } from './training-record';
import { type EhrTraits, switched, TRAITS } from './traits';

/** What of the system people see and switch. */
export interface ShownSystem {
  tool: string;
  traits: EhrTraits;
  readonly patients: readonly TrainingRecord[];
  readonly asked: string[];
  readonly authorization: SmartAuthorization;
  readonly cds: CdsClient;
  readonly fhirBaseUrl: string;
}
type Cards = CdsAnswer['cards'];

const html = (title: string, body: string): Answer => ({ status: 200, html: page(title, body) });
const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const link = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`;
const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;

/** What a doctor sees of the system: patients, what OpenRounds says of them, and the way there. */
export class EhrPages {
  constructor(private readonly system: ShownSystem) {}

  /** @returns undefined where the path is for programs */
  async answer(method: string, path: string, fields: URLSearchParams): Promise<Answer | undefined> {
    const [, first = '', id = ''] = path.split('/');
    if (path === '/') return this.home();
    if (path === '/authorize') return this.authorize(fields);
    if (path === '/traits' && method === 'POST') {
      this.system.traits = switched(this.system.traits, fields);
      this.system.tool = fields.get('tool')?.replace(/\/$/, '') || this.system.tool;
      return redirection('/');
    }
    const patient = this.system.patients.find((each) => each.id === id);
    if (patient === undefined) return undefined;
    if (first === 'patients') return this.chart(patient.id, fields.getAll('order'));
    if (first === 'launch') return redirection(this.launchAddress(patient.id, fields));
    if (first === 'feedback') return this.feedback(fields);
    return undefined;
  }

  /** Where a browser begins a launch for a patient. */
  private launchAddress(patientId: string, fields: URLSearchParams): string {
    const { tool, fhirBaseUrl, authorization } = this.system;
    const launch = authorization.launch(patientId, fields.get('appContext') ?? undefined);
    const address = fields.get('url') ?? `${tool}/smart/launch`;
    return `${address}?${new URLSearchParams({ iss: fhirBaseUrl, launch }).toString()}`;
  }

  private home(): Answer {
    const { patients, tool, traits, asked, authorization } = this.system;
    const choices = Object.entries(TRAITS).map(([name, values]) => {
      const options = values.map((value) => {
        const chosen = traits[name as keyof typeof traits] === value ? ' selected' : '';
        return `<option${chosen}>${escaped(String(value))}</option>`;
      });
      return `<p><label>${name} <select name="${name}">${options.join('')}</select></label></p>`;
    });
    return html(
      'Mock EHR',
      `<h1>Mock EHR</h1><p>Training patients: all of them are invented.</p>
<h2>Patients</h2>${list(patients.map(({ id, title }) => link(`/patients/${id}`, title)))}
<h2>How it behaves</h2><form method="post" action="/traits"><p><label>OpenRounds <input name="tool" size="40" value="${escaped(tool)}"></label></p>
${choices.join('')}<button>Switch</button></form>
<h2>Asked of it</h2>${list(asked.map(escaped))}
<h2>Refused by it</h2>${list(authorization.refusals.map(escaped))}`,
    );
  }

  private async authorize(query: URLSearchParams): Promise<Answer> {
    this.system.asked.push('GET /authorize');
    const answered = this.system.authorization.authorize(query, query.get('patient') ?? undefined);
    if (answered !== 'choose-patient') return answered;
    const links = this.system.patients.map(({ id, title }) => {
      const chosen = new URLSearchParams([...query, ['patient', id]]);
      return link(`/authorize?${chosen.toString()}`, title);
    });
    return html('Choose a patient', `<h1>Which patient?</h1>${list(links)}`);
  }

  /** A patient who is opened: the services that want to know are called, and what they say is shown. */
  private async chart(patientId: string, orders: readonly string[]): Promise<Answer> {
    const { patients, cds } = this.system;
    const { title = '', resources = [] } = patients.find(({ id }) => id === patientId) ?? {};
    const hooks = orders.length === 0 ? ['patient-view'] : ['order-select', 'order-sign'];
    const shown = await cds.services().then(
      (services) =>
        Promise.all(
          services
            .filter(({ hook }) => hooks.includes(hook))
            .map(async (service) =>
              this.cards(service, patientId, await cds.call(service, patientId, orders)),
            ),
        ),
      (error: unknown) => [`<p>OpenRounds does not answer: ${escaped(String(error))}</p>`],
    );
    const order = orders.length === 0 ? ['48065-7'] : orders;
    return html(
      title,
      `<p>${link('/', 'All patients')}</p><h1>${escaped(title)}</h1>
<p>${link(`/launch/${patientId}`, 'Open in OpenRounds')}</p>
<form action="/patients/${patientId}"><label>Order (LOINC) <input name="order" value="${escaped(order[0] ?? '')}"></label> <button>Order</button></form>
${shown.join('')}<h2>Record</h2><details><summary>${String(resources.length)} resources</summary><pre>${escaped(JSON.stringify(resources, null, 1))}</pre></details>`,
    );
  }

  private cards(service: ToldService, patientId: string, { status, cards, title }: CdsAnswer): string {
    const said = status === 200 ? '' : ` (${String(status)} ${escaped(title)})`;
    return `<h2>${escaped(service.title)}${said}</h2>${cards.map((card) => this.card(service, patientId, card)).join('')}`;
  }

  private card(
    service: ToldService,
    patientId: string,
    { uuid, summary, indicator, detail = '', links = [] }: Cards[number],
  ): string {
    const ways = links.map(({ label, url, type, appContext }) => {
      if (type !== 'smart') return link(url, label);
      const query = new URLSearchParams({ url, ...(appContext === undefined ? {} : { appContext }) });
      return link(`/launch/${patientId}?${query.toString()}`, label);
    });
    return `<section data-indicator="${escaped(indicator)}"><h3>${escaped(summary)}</h3><pre>${escaped(detail)}</pre>${list(ways)}
<form method="post" action="/feedback/${patientId}">${hidden('service', service.id)}${hidden('card', uuid)}<button>Seen</button></form></section>`;
  }

  private async feedback(fields: URLSearchParams): Promise<Answer> {
    const [service, card] = [fields.get('service') ?? '', fields.get('card') ?? ''];
    const status = await this.system.cds.feedback({ id: service }, card, 'seen at the bedside');
    return html('Feedback', `<p>${String(status)}</p><p>${link('/', 'All patients')}</p>`);
  }
}
