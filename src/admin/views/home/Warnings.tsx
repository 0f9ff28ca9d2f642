import type { AdminWords } from '@/core/words/admin';
import type { Home } from '@/server/screens/home';

/** What is wrong with going out, beside what stands above every page (a stop, no scheduler). */
export const Warnings = ({ home, words }: { home: Home; words: AdminWords }) => {
  const { warn } = words;
  const { problem } = home.scheduler;
  return (
    <>
      {problem ? (
        <div className="md-note md-note-warn" role="alert">
          <strong>{warn.problemTitle}</strong>
          <p>{warn.problem(problem)}</p>
        </div>
      ) : null}
      {home.unsupported.length > 0 ? (
        <div className="md-note md-note-warn">
          <strong>{words.home.unsupported}</strong>
          {home.unsupported.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
    </>
  );
};
