import { type Element } from 'domhandler';
import { element, type Attributes, type Child } from '@openrounds/xml';

/** A version of QTI. Items are built with the names of 2.1; version 3 has the same ones in another spelling. */
export interface Dialect {
  readonly namespace: string;
  readonly itemSchema: string;
  readonly packageNamespace: string;
  readonly schema: string;
  readonly schemaVersion: string;
  readonly resourceType: string;
  /** Whether an outcome says that a person marks it. */
  readonly namesMarker: boolean;
  /** Whether a rubric has its text in a body of its own. */
  readonly bodyOfRubric: boolean;
  template(name: Template): string;
  /** An element of QTI, by its name in version 2.1. */
  qti(name: string, attributes: Attributes, ...children: readonly Child[]): Element;
}

/** The templates of response processing that importers know. */
export type Template = 'match_correct' | 'map_response';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** Attributes of other vocabularies keep their spelling. */
const kebabKeys = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.includes(':') ? name : kebab(name), value]),
  );

export const QTI_21: Dialect = {
  namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  itemSchema: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
  packageNamespace: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  schema: 'QTIv2.1 Package',
  schemaVersion: '1.0.0',
  resourceType: 'imsqti_item_xmlv2p1',
  namesMarker: false,
  bodyOfRubric: false,
  template: (name) => `http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}`,
  qti: element,
};

export const QTI_3: Dialect = {
  namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  itemSchema: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
  packageNamespace: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
  schema: 'QTI Package',
  schemaVersion: '3.0.0',
  resourceType: 'imsqti_item_xmlv3p0',
  namesMarker: true,
  bodyOfRubric: true,
  template: (name) => `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml`,
  qti: (name, attributes, ...children) => element(`qti-${kebab(name)}`, kebabKeys(attributes), ...children),
};
