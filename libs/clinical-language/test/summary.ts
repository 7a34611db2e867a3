import { type Understanding } from '../src/model/understanding';

/** `id+` present, `id-` absent, `id?` possible, `id=state` or `id=number unit`. */
export function summary({ findings }: Understanding): string[] {
  return findings
    .map(({ findingId, presence, value, certainty }) => {
      if (value !== undefined)
        return `${findingId}=${'code' in value ? value.code : `${String(value.number)} ${value.unit}`}`;
      if (presence === 'absent') return `${findingId}-`;
      return `${findingId}${certainty === 0.7 ? '?' : '+'}`;
    })
    .sort();
}
