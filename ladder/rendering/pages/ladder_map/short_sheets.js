// The drawings in bands in full, as around.js takes them, out of what ladder/rendering/short_sheets.py makes of them.
import { fromColumns } from "./columns.js";

export const wholeSheets = (columns) => fromColumns(columns).map(wholeSheet);

function wholeSheet({ focus, size, bands, boxes, lines }) {
  const placed = boxes.map(({ id, left, top, hidden }) => [id + focus, left, top, hidden]);
  return [focus, ...size, bands.map(({ name, top, height }) => [name, top, height]), placed, lines.map((line) => wholeLine(line, placed))];
}

function wholeLine([start, end, across, down, ...turns], boxes) {
  const [feeder, left, top] = boxes[start];
  const here = [top + down, left + across];
  const told = turns.map((turn, number) => { here[number % 2] += turn; return here[number % 2]; });
  return [feeder, boxes[end][0], left + across, top + down, ...told];
}
