/** Imports nothing: the console takes it as it is. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  unknown: '不详',
  'copyright of the publisher or society': '版权归出版者或学会所有',
  'public domain (United States federal government)': '公有领域（美国联邦政府）',
};

/** The licence of a guideline document as it is said; a licence that has a name keeps it. */
export const documentLicenceText = (licence: string, language: 'en' | 'zh'): string =>
  (language === 'zh' ? IN_CHINESE[licence] : undefined) ?? licence;
