import { Tools } from './DeskPage';
import { Document } from './Document';
import type { LoginView, NoFeedsView } from './view';

export const LoginPage = ({ view }: { view: LoginView }) => {
  const { words } = view;
  return (
    <Document locale={view.locale} title={words.loginTitle} script={false}>
      <main id="login" className="narrow">
        <p className="brand">{view.brand}</p>
        <h1>{words.pageTitle}</h1>
        <form method="post" action="/desk/login" className="login">
          {view.problem ? (
            <p className="notice" role="alert" id="problem">
              {words.problems[view.problem]}
            </p>
          ) : null}
          <label>
            <span>{words.loginName}</span>
            <input
              name="username"
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              defaultValue={view.username}
              required
              aria-describedby={view.problem ? 'problem' : undefined}
            />
          </label>
          <label>
            <span>{words.loginPassword}</span>
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <button type="submit" className="step next">
            {words.login}
          </button>
        </form>
        <p className="quiet">{words.loginStay}</p>
        <p className="quiet">{words.loginHelp}</p>
        <p className="quiet">
          {words.loginOffice} <a href="/admin">{words.toAdmin}</a>
        </p>
        <Tools words={words} locale={view.locale} signedIn={false} />
      </main>
    </Document>
  );
};

/** Signed in, but in no feed: say so kindly, and where to go. */
export const NoFeedsPage = ({ view }: { view: NoFeedsView }) => {
  const { words } = view;
  return (
    <Document locale={view.locale} title={words.pageTitle} script={false}>
      <main id="no-feeds" className="narrow">
        <p className="brand">{view.brand}</p>
        <h1>{words.pageTitle}</h1>
        <p>{words.noFeeds(view.person.name)}</p>
        <p>{view.office ? words.noFeedsOffice : words.noFeedsStaff}</p>
        {view.office ? (
          <p>
            <a className="step next" href="/admin">
              {words.toAdmin}
            </a>
          </p>
        ) : null}
        <Tools words={words} locale={view.locale} />
      </main>
    </Document>
  );
};
