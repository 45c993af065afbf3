// Golden Thread's mark, drawn once: a thread that rises through a plan. Gold where it stands on a dark ground.

export function ThreadMark({ gold = false }: { gold?: boolean }) {
  return (
    <svg width={20} height={20} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d="M3 14.5 7.5 8.5l3.5 3.5 6-7"
        fill="none"
        stroke={gold ? '#ffd76a' : 'currentColor'}
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
