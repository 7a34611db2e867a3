import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser's tab, so that several cases can be told apart. */
export function useDocumentTitle(title: string | null): void {
  const { t } = useTranslation();
  const brand = t('brand');
  useEffect(() => {
    document.title = title === null ? brand : `${title} · ${brand}`;
  }, [brand, title]);
}
