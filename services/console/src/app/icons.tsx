const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export function LogoIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
    >
      <path d="M20.4 8.2A9.2 9.2 0 1 0 21.2 12" />
      <circle cx="12" cy="12" r="2.6" stroke="none" />
    </svg>
  );
}
export function CheckIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" {...line}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M7.5 12.4l3 3 6-6.4" />
    </svg>
  );
}
export function MinusIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" {...line}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M7.5 12h9" />
    </svg>
  );
}
export function HalfIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" {...line}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 2.5a9.5 9.5 0 0 1 0 19z" fill="currentColor" stroke="none" />
    </svg>
  );
}
export function ForkIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" {...line}>
      <path d="M12 21v-7M12 14L5 6M12 14l7-8" />
      <path d="M4.5 10V5.5H9M19.5 10V5.5H15" />
    </svg>
  );
}
