import { Document } from './Document';
import type { DeskView } from './view';

/** An address below /desk where nothing is: say so, and the way back. */
export const NoPage = ({ view }: { view: Pick<DeskView, 'locale' | 'words' | 'brand'> }) => {
  const { words } = view;
  return (
    <Document locale={view.locale} title={words.noPage} script={false}>
      <main id="no-page" className="narrow">
        <p className="brand">{view.brand}</p>
        <h1>{words.noPage}</h1>
        <p>{words.noPageHint}</p>
        <p>
          <a className="step next" href="/desk">
            {words.toDesk}
          </a>
        </p>
      </main>
    </Document>
  );
};
