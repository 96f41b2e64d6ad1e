/** Before a long run starts: what it will cost here, and the ways out. */
export const preflight = {
  label: "Before this long run",
  measuring: "Timing three steps, to say what this run costs here …",
  about: "About {{time}} here.",
  why: "{{steps}} steps at {{pace}} each, timed just now on {{backend}}.",
  whyLanes:
    "{{steps}} steps, all {{lanes}} lanes together, at {{pace}} each on average, timed just now on {{backend}}. One lane takes its step after the other.",
  train: "Train anyway",
  lighter: "Lighter variant",
  lighterWhat:
    "The lighter variant changes {{changes}}. It shows the same with fewer images or epochs, not the published run; undo brings the original back.",
  lighterLanes:
    "The lighter variant changes {{changes}} in lane A, and the same settings in every other lane. It shows the same with fewer images or epochs, not the published run; undo in each lane brings its original back.",
  cancel: "Not now",
  minutes_one: "{{shown}} minute",
  minutes_other: "{{shown}} minutes",
  hours_one: "{{shown}} hour",
  hours_other: "{{shown}} hours",
  days_one: "{{shown}} day",
  days_other: "{{shown}} days",
  milliseconds: "{{value}} ms",
  seconds: "{{value}} s",
} as const;
