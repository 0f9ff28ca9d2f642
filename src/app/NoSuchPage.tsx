import type { Locale } from '@/core/model';
import { adminWords } from '@/core/words/admin';
import { Document } from '@/desk/Document';

/** Says so in the reader's language, with the ways back. */
export const NoSuchPage = ({ locale }: { locale: Locale }) => {
  const { noSuchPage, toDesk } = adminWords[locale];
  return (
    <Document locale={locale} title={noSuchPage.title} script={false}>
      <main className="narrow">
        <h1>{noSuchPage.title}</h1>
        <p>{noSuchPage.say}</p>
        <p>
          <a className="step next" href="/desk">
            {toDesk}
          </a>
        </p>
        <p>
          <a href="/admin">{noSuchPage.toAdmin}</a>
        </p>
      </main>
    </Document>
  );
};
