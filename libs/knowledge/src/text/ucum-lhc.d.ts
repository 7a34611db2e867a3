/** The part of the UCUM library that is used; the package ships no types. */
declare module '@lhncbc/ucum-lhc' {
  export interface UnitValidation {
    readonly status: 'valid' | 'invalid' | 'error';
    readonly ucumCode: string | null;
    readonly msg: readonly string[];
  }

  export interface UnitConversion {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
    readonly msg: readonly string[];
  }

  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils;
    validateUnitString(unit: string, suggest?: boolean): UnitValidation;
    convertUnitTo(
      fromUnit: string,
      value: number,
      toUnit: string,
      options?: { readonly suggest?: boolean; readonly molecularWeight?: number; readonly charge?: number },
    ): UnitConversion;
  }
}
