import type { ReactElement } from 'react';
import type { Kind } from '../core/model';

/** ● ◆ ▲ ■ ▬ drawn, because fonts disagree about the size of these characters. */
const shapes: Record<Kind, ReactElement> = {
  sales: <circle cx="6" cy="6" r="5.5" />,
  persona: <path d="M6 0 12 6 6 12 0 6z" />,
  knowledge: <path d="M6 .8 12 11.4H0z" />,
  interaction: <path d="M.8.8h10.4v10.4H.8z" />,
  notice: <path d="M0 3.8h12v4.4H0z" />,
};

/** The mark and the name of a kind, in its colour. */
export const KindMark = ({ kind, label }: { kind: Kind; label: string }) => (
  <span className={`kind kind-${kind}`}>
    <svg className="kind-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
    {label}
  </span>
);
