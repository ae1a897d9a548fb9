import { hexagon } from "@/lib/inventories/rules/scoring";

const middle = { x: 170, y: 148 };
const reach = 100;

/** Interests around Holland's hexagon: a circle at each corner, the larger the stronger. The figures are in the table beside it. */
export function Hexagon({
  scores,
  nameOf,
}: {
  scores: Readonly<Record<string, number>>;
  nameOf: (dimension: string) => string;
}) {
  const corners = hexagon.map((dimension, at) => {
    const angle = (at / hexagon.length) * 2 * Math.PI - Math.PI / 2;
    return {
      dimension,
      x: middle.x + Math.cos(angle) * reach,
      y: middle.y + Math.sin(angle) * reach,
      radius: 4 + (((scores[dimension] ?? 1) - 1) / 4) * 18,
      down: Math.sin(angle) >= -0.1,
    };
  });
  return (
    <svg viewBox="0 0 340 310" className="h-auto w-full max-w-[340px] justify-self-center" aria-hidden>
      <polygon
        points={corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
        className="fill-none stroke-border-strong"
      />
      {corners.map(({ dimension, x, y, radius, down }) => (
        <g key={dimension}>
          <circle cx={x} cy={y} r={radius} className="fill-chart-1" />
          <text
            x={x}
            y={down ? y + radius + 16 : y - radius - 7}
            textAnchor="middle"
            className="fill-foreground text-[13px]"
          >
            {nameOf(dimension)}
          </text>
        </g>
      ))}
    </svg>
  );
}
