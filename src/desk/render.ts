import type { ReactElement } from 'react';

/**
 * A page of the desk as an HTML document. The import is dynamic because Next refuses a static one of
 * `react-dom/server` in its server layer; docs/decisions tells why the desk has no client framework.
 */
export const renderDocument = async (page: ReactElement): Promise<string> => {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>${renderToStaticMarkup(page)}`;
};
