import type { CardStateWord } from '@/core/approval/cardState';
import type { ScriptStatus } from '@/core/launch';
import type { PostStatus } from '@/core/model';

/** A status is an outline and a word: dashed, thin, solid, filled, with an arrow, struck. Never colour alone. */
export const StatusMark = ({
  status,
  label,
}: {
  status: PostStatus | CardStateWord | ScriptStatus;
  label: string;
}) => <span className={`md-status md-status-${status}`}>{label}</span>;
