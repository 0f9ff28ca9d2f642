import type { ReactNode } from 'react';
import type { Locale } from '../core/model';

interface Props {
  locale: Locale;
  title: string;
  children: ReactNode;
  /** Pages without buttons of their own need no script. */
  script?: boolean;
}

/** The frame of every page of the desk: one style sheet, at most one script, nothing inline. */
export const Document = ({ locale, title, children, script = true }: Props) => (
  <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4f3ef" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121316" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="icon" href="/desk/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/desk/desk.css" />
      {script ? <script src="/desk/desk.js" defer /> : null}
    </head>
    <body>{children}</body>
  </html>
);
