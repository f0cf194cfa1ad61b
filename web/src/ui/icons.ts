// 24 px, stroke of 2, round ends, drawn for Préau. One path each, so that a page carries only the icons it names.

export const absent =
  "M6.4 8a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0zM3 20.5c.4-4.5 2.8-6.8 7-6.8 1.3 0 2.4.2 3.4.7M16 16l5 5M21 16l-5 5";
export const back = "M20 12H4.5M11 5l-7 7 7 7";
export const bag = "M5.5 20.5V10a6.5 6.5 0 0 1 13 0v10.5zM9.5 4V2.5h5V4M8.5 20.5V15h7v5.5M9.5 10.5h5";
export const bell = "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4";
export const calendar = "M4 5.5h16V20H4zM4 10h16M8.5 3v4.5M15.5 3v4.5";
export const checklist = "M5 4.5h14v16H5zM9 3h6v3H9zM8.5 12.5l2.5 2.5 4.5-5";
export const clock = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0zM12 7v5l3.5 2";
export const comfort = "M4 19.5 8.5 6h1L14 19.5M5.5 15h7M16 19.5l2.3-7h.9l2.3 7M16.7 17.5h4";
export const copy = "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4";
export const cross = "M5.5 5.5l13 13M18.5 5.5l-13 13";
export const done = "M4 13l5 5L20 6";
export const down = "M5 9l7 7 7-7";
export const download = "M12 4v11M7 10.5l5 5 5-5M4.5 20h15";
export const envelope = "M3.5 5.5h17v13h-17zM4 6l8 7 8-7";
export const eye =
  "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0z";
export const group =
  "M9 7.5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM6.5 19c.4-3.7 2.4-5.7 5.5-5.7s5.1 2 5.5 5.7M5.5 6.2a2.4 2.4 0 0 0 0 4.6M18.5 6.2a2.4 2.4 0 0 1 0 4.6M2 17c.2-2 .9-3.2 2.2-3.9M22 17c-.2-2-.9-3.2-2.2-3.9";
export const help =
  "M7.5 13V6.2a1.4 1.4 0 0 1 2.8 0V11M10.3 10.5V4.4a1.4 1.4 0 0 1 2.8 0v6M13.1 10.5V5.4a1.4 1.4 0 0 1 2.8 0V12M15.9 11V8a1.4 1.4 0 0 1 2.8 0v6c0 4-2.4 7-6 7-3 0-4.5-1.2-5.8-3.6L4 13.6c-.7-1.4 1.2-2.6 2.3-1.3L7.5 14";
export const house = "M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6";
export const key = "M3.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM11.3 12.3 20 3.5M16 7.5l3 3M13.5 10l2 2";
export const learn =
  "M12 4c-4 0-6.5 2.6-6.5 6 0 2.6 1.5 4 2.5 5.5V18h8v-2.5c1-1.5 2.5-2.9 2.5-5.5 0-3.4-2.5-6-6.5-6zM9.5 21h5";
export const leave = "M10 4H4.5v16H10M14.5 8l4.5 4-4.5 4M19 12H9";
export const link =
  "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3";
export const list = "M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1";
export const lock = "M5.5 10.5h13V20.5h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2";
export const message = "M4 5h16v11.5H11L6.5 20.5v-4H4z";
export const minus = "M5 12h14";
export const moon = "M19.5 14.5A8 8 0 1 1 10 4a6.5 6.5 0 0 0 9.5 10.5z";
export const next = "M9 5l7 7-7 7";
export const notebook = "M6 3h12.5v18H6zM6 3v18M3.5 7H6M3.5 12H6M3.5 17H6M10 8h5M10 12h5";
export const offline = "M4 4l16 16M9 6.3A7 7 0 0 1 18.8 11 4 4 0 0 1 20 18M7 9a5 5 0 0 0-.5 9.5H15";
export const paper = "M6 3h8.5L19 7.5V21H6zM14 3v5h5M9.5 13h6M9.5 16.5h6";
export const pencil = "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5";
export const people =
  "M5 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM14.6 9.5a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0zM2.5 19.5c.4-3.8 2.4-5.8 5.5-5.8s5.1 2 5.5 5.8M16 14.2c3 0 4.9 1.6 5.4 4.8";
export const person = "M8.2 8a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0 -7.6 0zM4.5 20.5c.5-4.5 3.2-7 7.5-7s7 2.5 7.5 7";
export const phone = "M7 2.5h10v19H7zM11 18.5h2";
export const photo = "M3.5 7.5H8L9.5 5h5L16 7.5h4.5V19h-17zM8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";
export const plus = "M12 4.5v15M4.5 12h15";
export const previous = "M15 5l-7 7 7 7";
export const print = "M7 9V3.5h10V9M7 17.5H4V9h16v8.5h-3M7 14.5h10v6H7z";
export const read = "M12 6.5C10 5 6.5 4.5 3 5v14c3.5-.5 7 0 9 1.5 2-1.5 5.5-2 9-1.5V5c-3.5-.5-7 0-9 1.5zM12 6.5v14";
export const reply = "M4 5h16v11.5H11L6.5 20.5v-4H4zM8 9h8M8 12.5h5";
export const say =
  "M9 4.5c3.8 0 6.5 2.8 6.5 6.2 0 1.8-.8 2.8-.8 4.3H8.5M4.5 12l-1.5 2.5h1.5V17a2 2 0 0 0 2 2h2v2M18.5 8a5 5 0 0 1 0 6M21 6a8 8 0 0 1 0 10";
export const school = "M3 20.5h18M5 20.5V11l7-5 7 5v9.5M12 6V2.5h4V5h-4M10 20.5V15h4v5.5M8 12.5h.1M16 12.5h.1";
export const scissors =
  "M3.3 7a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0zM3.3 17a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0zM8.3 8.5 21 17M8.3 15.5 21 7";
export const search = "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0zM15.5 15.5 21 21";
export const send = "M21 3.5 3.5 10.5l6.5 3.5 3.5 6.5zM10 14 21 3.5";
export const settings =
  "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM7 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z";
export const sign = "M3 20.5h18M6 16.5l.8-3.5 9-9 2.7 2.7-9 9z";
export const speaker = "M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11";
export const stop = "M6.5 6.5h11v11h-11z";
export const sun =
  "M7.8 12a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0zM12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M5.3 18.7l1.5-1.5M17.2 6.8l1.5-1.5";
export const undo = "M4 9.5h10a5.5 5.5 0 0 1 0 11H8M8.5 5 4 9.5 8.5 14";
export const up = "M5 15l7-7 7 7";
export const urgent = "M12 3.5l8.5 8.5-8.5 8.5L3.5 12zM12 8.5v4M12 15.3v.1";
export const warning = "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1";
export const write = "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13 20h7";
export const about = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0zM12 11v5.5M12 7.6v.1";
