interface ProblemsProps {
  title: string;
  problems: readonly string[];
  /** An act was refused, rather than something still missing. */
  stop?: boolean;
}

/** What stands in the way, in words; nothing when nothing does. */
export const Problems = ({ title, problems, stop = false }: ProblemsProps) =>
  problems.length === 0 ? null : (
    <div className={`md-note ${stop ? 'md-note-stop' : 'md-note-warn'}`} role={stop ? 'alert' : 'status'}>
      <strong>{title}</strong>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
