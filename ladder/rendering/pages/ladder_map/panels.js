// The view of all ladders in panels, as the chart draws it.
import { placesByEnds, pointsOf } from "./around.js";

export function viewOfPanels({ panels, classes, steps }, heading) {
  const [width, height] = panels.size, [boxWidth, boxHeight] = panels.box;
  const placesOf = placesByEnds(steps, new Set(classes.map((one) => one.id)));
  const boxes = panels.boxes.map(([place, left, top], at) => {
    const [title, second, look] = panels.labels[at];
    return { id: classes[place].id, lines: title.split("\n"), second, look, hidden: 0, isCard: true, x: left + boxWidth / 2, y: top + boxHeight / 2, width: boxWidth, height: boxHeight };
  });
  const lines = panels.lines.map(([[x, y], [from, to, ...turns]]) => {
    const ends = [classes[from].id, classes[to].id];
    return { from: ends[0], to: ends[1], places: placesOf.get(ends.join(" ")), points: pointsOf(turns), timeAt: { x, y }, hasRoom: true };
  });
  const frames = panels.panels.map(([name, x, y, wide, tall]) => ({ heading: name, x, y, width: wide, height: tall }));
  return { name: "whole", heading, width, height, frames, boxes, lines };
}
