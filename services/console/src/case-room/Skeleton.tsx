const WIDTHS = ['58%', '100%', '46%', '100%', '52%', '100%'];

/** The list on its way, as high as the list will be. */
export function Skeleton() {
  return (
    <svg width="100%" height="330" aria-hidden="true" className="skel">
      {WIDTHS.map((width, i) => (
        <rect key={i} width={width} height={i % 2 === 0 ? 18 : 12} y={i * 52} rx="3" />
      ))}
    </svg>
  );
}
