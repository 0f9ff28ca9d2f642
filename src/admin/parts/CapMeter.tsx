/** 「卖货 ▮▮▯ 2/3」: one box for each place; what it says stands beside it. */
export const CapMeter = ({
  label,
  count,
  limit,
  words,
}: {
  label: string;
  count: number;
  limit: number;
  words: string;
}) => {
  const boxes = Math.min(Math.max(limit, count), 10);
  return (
    <span className={`md-meter${count > limit ? ' md-meter-over' : count === limit ? ' md-meter-full' : ''}`}>
      <span className="md-meter-label">{label}</span>
      <span className="md-meter-boxes" aria-hidden="true">
        {Array.from({ length: boxes }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <i key={n} className={n < count ? 'md-filled' : ''} />
        ))}
      </span>
      <span className="md-meter-words">{words}</span>
    </span>
  );
};
