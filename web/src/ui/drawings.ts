// Cut paper with an ink outline, on 96 by 96, drawn for Préau: [fill, path], the first at the back.
// Their colours never change with the theme: a drawing stands on its pale card at night as well.

/** A fill is a colour of the pencil case, or "none" for a line. */
export type Drawing = readonly (readonly [fill: string, d: string])[];

export const ball: Drawing = [
  ["#ffffff", "M10 48a38 38 0 1 0 76 0a38 38 0 1 0 -76 0z"],
  ["#d9573b", "M48 10c-12 12-14 26-14 38s2 26 14 38c12-12 14-26 14-38S60 22 48 10z"],
  ["none", "M10 48h76"],
];

export const kite: Drawing = [
  ["#d9573b", "M56 6 86 32 60 60 34 30z"],
  ["none", "M56 6l4 54M34 30l52 2"],
  ["none", "M60 60c-14 2-10 12-22 12"],
  ["none", "M30 76c-6 4-8 8-16 10"],
  ["var(--g-soleil)", "M44 70l8 6M46 64l-6 12z"],
];

export const tray: Drawing = [
  ["#9a6a3f", "M8 46h80v38H8z"],
  ["#ffffff", "M20 24l40-10 10 34H26z"],
  ["none", "M32 30l20-5M34 38l24-6"],
  ["var(--g-soleil)", "M8 46h22c2 8 8 12 18 12s16-4 18-12h22v38H8z"],
];

export const book: Drawing = [
  ["#d9573b", "M8 20c14-4 30-2 40 5 10-7 26-9 40-5v58c-14-4-30-2-40 5-10-7-26-9-40-5z"],
  ["#ffffff", "M14 16c13-3 26-1 34 6v54c-8-7-21-9-34-6zM82 16c-13-3-26-1-34 6v54c8-7 21-9 34-6z"],
  ["none", "M22 32c6-1 12 0 17 3M22 46c6-1 12 0 17 3M57 38c6-3 11-4 17-3"],
  ["var(--g-soleil)", "M59 54a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z"],
];

export const gate: Drawing = [
  ["#9fd2e6", "M8 20h10v66H8zM78 20h10v66H78z"],
  ["none", "M18 34h60M18 76h60M28 30v50M38 26v54M48 24v56M58 26v54M68 30v50"],
  ["var(--g-soleil)", "M7 14a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z"],
  ["var(--g-soleil)", "M77 14a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z"],
  ["none", "M2 86h92"],
  ["var(--g-soleil)", "M42 50h12v12H42z"],
];

export const bag: Drawing = [
  ["none", "M36 16c0-12 24-12 24 0"],
  ["#d9573b", "M18 86V40c0-34 60-34 60 0v46z"],
  ["var(--g-soleil)", "M28 58h40v28H28z"],
  ["none", "M28 66h40M36 38h24"],
];

export const pencil: Drawing = [
  ["var(--g-soleil)", "M10 62 50 22l14 14-40 40z"],
  ["#f39b7f", "M10 62 4 82l20-6z"],
  ["#d9573b", "M50 22l8-8 14 14-8 8z"],
  ["none", "M4 82l6-2"],
  ["none", "M66 70l5 4-7 4M80 62l4 6M82 80l6 2"],
];

export const moon: Drawing = [
  ["#9fd2e6", "M60 10C40 8 18 22 16 46c-2 26 20 42 42 40 12-1 20-7 25-15-22 4-40-8-40-30 0-13 7-25 17-31z"],
  ["none", "M30 50v.1M38 68v.1M28 38"],
];
