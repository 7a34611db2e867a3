/** The two hatchings, once per page: "against" and "Other, shared". Colour is never the only carrier of meaning. */
export function HatchPatterns() {
  return (
    <svg width="0" height="0" className="vh" aria-hidden="true">
      <defs>
        <pattern
          id="hatch-a"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-a-ground" width="7" height="7" />
          <rect className="hatch-a-line" width="3" height="7" />
        </pattern>
        <pattern
          id="hatch-n"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-n-ground" width="6" height="6" />
          <rect className="hatch-n-line" width="1.5" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}
