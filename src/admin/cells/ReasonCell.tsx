import type { DefaultServerCellComponentProps } from 'payload';

/** Why a post stands where it stands; nothing where there is nothing to say. */
export const ReasonCell = ({ cellData }: DefaultServerCellComponentProps) =>
  typeof cellData === 'string' && cellData !== '' ? <span className="md-reason">{cellData}</span> : null;
