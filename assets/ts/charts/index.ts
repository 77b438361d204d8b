// Draws columns of the page's table of days (table[data-trend], the newest first) as charts: each figure[data-chart] names its columns.
// The table stays for whoever wants the numbers, and for browsers without scripts.
import uPlot from "uplot";

const table = document.querySelector<HTMLTableElement>("table[data-trend]");
const figures = [...document.querySelectorAll<HTMLElement>("figure[data-chart]")];
const day = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", day: "numeric", timeZone: "UTC" });
const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });

if (table) {
  const rows = [...table.tBodies[0]!.rows].reverse();
  const days = rows.map(row => Date.parse(row.cells[0]!.querySelector("time")!.dateTime) / 1000);
  const column = (at: number) => rows.map(row => row.cells[at]?.textContent ? Number(row.cells[at].textContent) : null);
  let drawn: uPlot[] = [];
  const draw = () => {
    for (const chart of drawn) chart.destroy();
    drawn = figures.map(figure => chart(figure, [days, ...figure.dataset["chart"]!.split(" ").map(at => column(Number(at)))]));
  };
  draw();
  // One for all times: charts come and go with the colours, their places stay.
  const fit = new ResizeObserver(() => drawn.forEach(chart => chart.setSize(sizeOf(chart.root.parentElement!))));
  for (const figure of figures) fit.observe(placeIn(figure));
  // A canvas keeps the colours it was drawn in.
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

function chart(figure: HTMLElement, data: uPlot.AlignedData): uPlot {
  const plot = placeIn(figure);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = `12px ${colour("sans")}`;
  const axis = { stroke: colour("ink-3"), font, grid: { stroke: colour("rule"), width: 1 }, ticks: { show: false } };
  // Nobody posts half a post.
  const whole = (data.slice(1) as (number | null)[][]).flat().every(value => value === null || Number.isInteger(value));
  const lines = ["accent", "hot"].slice(0, data.length - 1).map(name => ({ stroke: colour(name), width: 2, spanGaps: true, points: { show: data[0].length <= 31, size: 5, fill: colour(name) } }));
  return new uPlot({
    ...sizeOf(plot),
    tzDate: at => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] } },
    series: [{}, ...lines],
    axes: [
      { ...axis, grid: { show: false }, space: 64, size: 28, values: (_, marks) => marks.map(at => day.format(at * 1000)) },
      { ...axis, size: 46, incrs: [...(whole ? [] : [0.1, 0.5]), 1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6], values: (_, marks) => marks.map(mark => number.format(mark)) },
    ],
    hooks: { setCursor: [tell(figure)] },
  }, data, plot);
}

function placeIn(figure: HTMLElement): HTMLElement {
  return figure.querySelector<HTMLElement>(".plot")!;
}

function sizeOf(plot: HTMLElement): { width: number; height: number } {
  return { width: plot.clientWidth, height: plot.clientHeight };
}

/** What is under the pointer stands in the caption; without one the caption says what the server wrote. */
function tell(figure: HTMLElement): (chart: uPlot) => void {
  const values = [...figure.querySelectorAll<HTMLElement>(".key b")];
  const usual = values.map(value => value.textContent);
  return chart => {
    const at = chart.cursor.idx;
    values.forEach((value, i) => {
      const now = at === null || at === undefined ? null : chart.data[i + 1]?.[at];
      value.textContent = now === null || now === undefined ? usual[i]! : `${day.format(chart.data[0][at!]! * 1000)}: ${number.format(now)}`;
    });
  };
}
