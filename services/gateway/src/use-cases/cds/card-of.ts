import { CDS_SERVICES } from '@openrounds/cds-hooks';
import { type CdsCard, type CdsServiceId } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { type CardText } from '@openrounds/presentation';

const LABEL = 'OpenRounds (teaching only)';

/** Where a card comes from and where it leads. */
interface CardPlace {
  /** The public address of the installation. */
  readonly address: string;
  readonly serviceId: CdsServiceId;
  /** Of the run that shows more; undefined where there is none. */
  readonly runId?: string | undefined;
  /** Whether the EHR can launch us by SMART, which leads its teachers to the run. */
  readonly launches: boolean;
}

/** A card as CDS Hooks 2.0 wants it: nothing in it is empty. */
export function cardOf(
  { summary, detail, indicator }: CardText,
  { address, serviceId, runId, launches }: CardPlace,
): CdsCard {
  const display = CDS_SERVICES.find(({ id }) => id === serviceId)?.title ?? serviceId;
  return {
    uuid: newId(),
    summary,
    detail,
    indicator,
    source: {
      label: LABEL,
      url: address,
      icon: `${address}/card-icon.png`,
      topic: { system: `${address}/cds-services`, code: serviceId, display },
    },
    ...(runId === undefined ? {} : { links: linksTo(runId, address, launches) }),
  };
}

function linksTo(runId: string, address: string, launches: boolean): NonNullable<CdsCard['links']> {
  const absolute = { label: 'OpenRounds', url: `${address}/?run=${runId}`, type: 'absolute' as const };
  const smart = {
    ...{ label: 'OpenRounds (SMART)', url: `${address}/smart/launch`, type: 'smart' as const },
    appContext: runId,
  };
  return launches ? [absolute, smart] : [absolute];
}
